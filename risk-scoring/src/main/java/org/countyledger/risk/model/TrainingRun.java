package org.countyledger.risk.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.calibration.BandChoice;
import org.countyledger.risk.calibration.Calibrator;
import org.countyledger.risk.calibration.Costs;
import org.countyledger.risk.calibration.Platt;
import org.countyledger.risk.drift.Reference;
import org.countyledger.risk.features.EncoderFitting;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.RiskSchema;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.training.Learner;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.TrainingTable;

/**
 * From a log and a provenance to a model. Calibrator, bands and the reference of scores come from models that had not seen
 * the records they read; the model that is kept learns from all.
 */
public final class TrainingRun {
    private static final int FEWEST = 100;

    /** Bands and the reference of scores come from so many records opened last. */
    private static final int RECENT = 2000;

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
        Learned learned = learn(split);
        FittedEncoder encoder = EncoderFitting.fit(schema, split.train());
        TrainingTable table = TrainingTable.of(encoder, split.train());
        FlatForest forest = learner.train(table, part(Unseen.FOLDS));
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

    /** The trainings one after the other are one long one. */
    private Progress part(int number) {
        int parts = Unseen.FOLDS + 1;
        return (done, all) -> progress.trees(number * all + done, parts * all);
    }

    private Learned learn(TimeSplit split) {
        int records = split.trainRecords();
        if (records < FEWEST) {
            throw new RiskException("%d closed records are too few to learn from and to calibrate by: at least %d"
                    .formatted(records, FEWEST));
        }
        List<Progress> parts =
                IntStream.range(0, Unseen.FOLDS).mapToObj(this::part).toList();
        Unseen unseen = Unseen.of(split.train(), schema, learner, parts).openedBy(split.train(), split.maturedBy());
        Calibrator calibrator = Platt.fit(unseen.margins(), unseen.yes(), unseen.weights());
        Unseen recent = unseen.last(RECENT);
        int[] scores =
                Arrays.stream(recent.margins()).mapToInt(calibrator::millionths).toArray();
        ModelHeader.Reading reading = new ModelHeader.Reading(
                calibrator, BandChoice.cheapest(scores, recent.yes(), Costs.STATED), Costs.STATED);
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
