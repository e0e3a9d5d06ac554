package org.countyledger.risk.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.countyledger.risk.calibration.Calibrator;
import org.countyledger.risk.calibration.Metrics;
import org.countyledger.risk.calibration.ReliabilityBin;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.forest.FlatForest;

/** Measures a model on records opened later than those it learned from. */
public final class Evaluator {
    private static final List<String> SLICED = List.of(
            "contact_type", "priority", "category", "assignment_group", "channel", "town_type", "urgent", "unit");
    private static final int SMALLEST_SLICE = 100;
    private static final int BINS = 10;
    private static final double MILLION = 1e6;

    private final FittedEncoder encoder;
    private final FlatForest forest;
    private final Calibrator calibrator;

    public Evaluator(FittedEncoder encoder, FlatForest forest, Calibrator calibrator) {
        this.encoder = encoder;
        this.forest = forest;
        this.calibrator = calibrator;
    }

    /** Probabilities of records, before and after calibration, and what became of them. */
    private static final class Answers {
        private final double[] raw;
        private final double[] calibrated;
        private final boolean[] yes;

        Answers(int size) {
            raw = new double[size];
            calibrated = new double[size];
            yes = new boolean[size];
        }

        Answers only(int[] places) {
            Answers part = new Answers(places.length);
            for (int i = 0; i < places.length; i++) {
                part.raw[i] = raw[places[i]];
                part.calibrated[i] = calibrated[places[i]];
                part.yes[i] = yes[places[i]];
            }
            return part;
        }
    }

    public Evaluation evaluate(List<LabelledRecord> records) {
        Answers answers = answers(records);
        if (records.isEmpty()) {
            Evaluation.Measures none = new Evaluation.Measures(0, 0, -1, -1, -1, -1);
            return new Evaluation(none, none, List.of(), new Evaluation.Curves(List.of(), List.of()));
        }
        return new Evaluation(
                measures(answers.raw, answers.yes),
                measures(answers.calibrated, answers.yes),
                slices(records, answers),
                new Evaluation.Curves(bins(answers), PrecisionRecall.points(answers.calibrated, answers.yes)));
    }

    private Answers answers(List<LabelledRecord> records) {
        Answers answers = new Answers(records.size());
        for (int i = 0; i < records.size(); i++) {
            int[] row = encoder.encode(records.get(i).fields());
            answers.raw[i] = forest.probability(row);
            answers.calibrated[i] = calibrator.millionths(forest.margin(row)) / MILLION;
            answers.yes[i] = records.get(i).yes();
        }
        return answers;
    }

    private List<Evaluation.Slice> slices(List<LabelledRecord> records, Answers answers) {
        List<Evaluation.Slice> slices = new ArrayList<>();
        for (String feature :
                SLICED.stream().filter(encoder.categories()::containsKey).toList()) {
            Map<String, List<Integer>> places = new TreeMap<>();
            IntStream.range(0, records.size())
                    .forEach(i -> places.computeIfAbsent(
                                    records.get(i).fields().getOrDefault(feature, ""), value -> new ArrayList<>())
                            .add(i));
            places.forEach((value, rows) -> {
                if (rows.size() >= SMALLEST_SLICE) {
                    Answers part = answers.only(
                            rows.stream().mapToInt(Integer::intValue).toArray());
                    slices.add(new Evaluation.Slice(feature, value, measures(part.calibrated, part.yes)));
                }
            });
        }
        return slices;
    }

    private static Evaluation.Measures measures(double[] probability, boolean[] yes) {
        Metrics metrics = Metrics.of(probability, yes);
        return new Evaluation.Measures(
                metrics.records(),
                metrics.yes(),
                millionths(metrics.auc()),
                millionths(metrics.averagePrecision()),
                millionths(metrics.brier()),
                millionths(metrics.calibrationError()));
    }

    private static List<Evaluation.Bin> bins(Answers answers) {
        return Arrays.stream(ReliabilityBin.of(answers.calibrated, answers.yes, BINS))
                .map(bin -> new Evaluation.Bin(bin.records(), millionths(bin.said()), millionths(bin.came())))
                .toList();
    }

    static int millionths(double value) {
        return Double.isNaN(value) ? -1 : (int) Math.round(value * MILLION);
    }
}
