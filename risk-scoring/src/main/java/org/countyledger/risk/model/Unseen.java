package org.countyledger.risk.model;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countyledger.risk.features.EncoderFitting;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.RiskSchema;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.training.Learner;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.TrainingTable;

/**
 * How a model reads records that it has not seen: each fifth of the training records by a model that learned from the other
 * four, with an encoder of its own (cross-fitting). Such models know the same time as the one that is kept, so what they say
 * of a record is off by as much; a model of the past alone would be off by more.
 */
final class Unseen {
    /** Trainings that it takes. */
    static final int FOLDS = 5;

    private static final double HALF = 0.5;

    /** After so many records an outcome counts half. */
    private static final double HALF_LIFE = 2000;

    private final double[] margins;
    private final boolean[] yes;
    private final int[] order;

    /**
     * What was found.
     *
     * @param order of each row the place of its record by time of opening, from 0
     */
    private Unseen(double[] margins, boolean[] yes, int[] order) {
        this.margins = margins;
        this.yes = yes;
        this.order = order;
    }

    /**
     * Reads all of them.
     *
     * @param progress of each training by its number, from 0
     */
    static Unseen of(List<LabelledRecord> records, RiskSchema schema, Learner learner, List<Progress> progress) {
        int[] order = order(records);
        double[] margins = new double[order.length];
        boolean[] yes = new boolean[order.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<LabelledRecord> seen = new ArrayList<>();
            for (int i = 0; i < order.length; i++) {
                if (order[i] % FOLDS != fold) {
                    seen.add(records.get(i));
                }
            }
            FittedEncoder encoder = EncoderFitting.fit(schema, seen);
            FlatForest forest = learner.train(TrainingTable.of(encoder, seen), progress.get(fold));
            for (int i = 0; i < order.length; i++) {
                if (order[i] % FOLDS == fold) {
                    margins[i] = forest.margin(encoder.encode(records.get(i).fields()));
                    yes[i] = records.get(i).yes();
                }
            }
        }
        return new Unseen(margins, yes, order);
    }

    /** Events of one record stay together. */
    private static int[] order(List<LabelledRecord> records) {
        Map<String, Integer> places = new LinkedHashMap<>();
        return records.stream()
                .mapToInt(record -> places.computeIfAbsent(record.number(), number -> places.size()))
                .toArray();
    }

    /** Those of records opened by then. */
    Unseen openedBy(List<LabelledRecord> records, LocalDateTime last) {
        return only(IntStream.range(0, order.length)
                .filter(i -> !records.get(i).life().openedAt().isAfter(last))
                .toArray());
    }

    /** Those of the last so many records. */
    Unseen last(int most) {
        int first = Arrays.stream(order).max().orElse(0) - most;
        return only(
                IntStream.range(0, order.length).filter(i -> order[i] > first).toArray());
    }

    private Unseen only(int[] rows) {
        boolean[] kept = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            kept[i] = yes[rows[i]];
        }
        return new Unseen(
                Arrays.stream(rows).mapToDouble(row -> margins[row]).toArray(),
                kept,
                Arrays.stream(rows).map(row -> order[row]).toArray());
    }

    int records() {
        return Math.toIntExact(Arrays.stream(order).distinct().count());
    }

    double[] margins() {
        return margins;
    }

    boolean[] yes() {
        return yes;
    }

    /** The older, the less. */
    double[] weights() {
        int last = Arrays.stream(order).max().orElse(0);
        return Arrays.stream(order)
                .mapToDouble(place -> StrictMath.pow(HALF, (last - place) / HALF_LIFE))
                .toArray();
    }
}
