package org.countyledger.risk.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.calibration.BandChoice;
import org.countyledger.risk.calibration.Calibrator;
import org.countyledger.risk.calibration.Costs;
import org.countyledger.risk.calibration.Platt;
import org.countyledger.risk.drift.Reference;
import org.countyledger.risk.features.EncoderFitting;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.RiskSchema;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.training.Learner;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.TrainingTable;

/**
 * From a log and a provenance to a model. Calibrator, bands and the reference of scores come from a first model and its
 * own encoder, which have not seen the records set aside; the model that is kept then learns from all.
 */
public final class TrainingRun {
    private final Provenance wanted;
    private final RiskSchema schema;
    private final Learner learner;
    private final Progress progress;

    /**
     * A training still to be done.
     *
     * @param wanted what to train on and how; digest, count and time of its data are found out
     * @param threads how many may work at once; never changes what comes out
     */
    public TrainingRun(Provenance wanted, int threads, Progress progress) {
        this.wanted = wanted;
        this.schema = wanted.data().view().schema();
        this.learner = wanted.recipe().learner(threads);
        this.progress = progress;
    }

    /** What scores of records that a model had not seen teach about reading it. */
    private record Learned(ModelHeader.Reading reading, Reference scores) {}

    public RiskModel train(IncidentLog log) {
        Provenance.Data data = wanted.data();
        TimeSplit split = TimeSplit.of(
                log.as(data.view()).records(wanted.purpose(), new HashSet<>(data.events())), data.trainPermille());
        if (split.calibration().isEmpty()) {
            throw new RiskException("too few closed records to learn from and to calibrate by");
        }
        Learned learned = learn(split);
        FittedEncoder encoder = EncoderFitting.fit(schema, split.train());
        TrainingTable table = TrainingTable.of(encoder, split.train());
        FlatForest forest = learner.train(table, progress);
        Map<String, Reference> references = references(table);
        references.put("score", learned.scores());
        ModelHeader header = new ModelHeader(
                forest.digest(),
                schema,
                encoder.categories(),
                learned.reading(),
                provenance(log, split),
                references,
                new Evaluator(encoder, forest, learned.reading().calibrator()).evaluate(split.test()));
        return new RiskModel(header, forest);
    }

    private Learned learn(TimeSplit split) {
        List<LabelledRecord> seen = split.withoutCalibration();
        FittedEncoder encoder = EncoderFitting.fit(schema, seen);
        FlatForest forest = learner.train(TrainingTable.of(encoder, seen), progress);
        TrainingTable unseen = TrainingTable.of(encoder, split.calibrating());
        double[] margins = new double[unseen.size()];
        int[] scores = new int[unseen.size()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = forest.margin(unseen.rows()[i]);
        }
        Calibrator calibrator = Platt.fit(margins, unseen.yes());
        for (int i = 0; i < margins.length; i++) {
            scores[i] = calibrator.millionths(margins[i]);
        }
        ModelHeader.Reading reading = new ModelHeader.Reading(
                calibrator, BandChoice.cheapest(scores, unseen.yes(), Costs.STATED), Costs.STATED);
        return new Learned(reading, Reference.of(scores));
    }

    private Provenance provenance(IncidentLog log, TimeSplit split) {
        Provenance.Data data = wanted.data();
        return new Provenance(
                wanted.purpose(),
                new Provenance.Data(
                        log.digest(),
                        data.view(),
                        data.events(),
                        data.trainPermille(),
                        split.train().size(),
                        split.until().map(Object::toString).orElse("")),
                wanted.recipe(),
                wanted.commit());
    }

    private Map<String, Reference> references(TrainingTable table) {
        Map<String, Reference> references = new HashMap<>();
        for (int column = 0; column < table.columns(); column++) {
            int place = column;
            int[] values =
                    Arrays.stream(table.rows()).mapToInt(row -> row[place]).toArray();
            references.put(schema.features().get(column).code(), Reference.of(values));
        }
        return references;
    }
}
