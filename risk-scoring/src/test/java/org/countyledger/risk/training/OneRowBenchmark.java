package org.countyledger.risk.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.countyledger.risk.explain.TreeShap;
import org.countyledger.risk.features.EncoderFitting;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.IncidentSchema;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.forest.FlatForest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** One record by the flat trees, by Tribuo itself, and its reasons; 200 trees, one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class OneRowBenchmark {
    private static final int TREES = 200;
    private static final int SEED = 7;

    /** Which learner. */
    @Param({"FOREST", "BOOSTING"})
    public Recipe.Kind learner = Recipe.Kind.FOREST;

    /** The incident log. */
    @Param("../../shared/data/incidents/incident_event_log_first85pct.csv.gz")
    public String data = "";

    private int[][] rows = new int[0][];
    private List<Example<Label>> examples = List.of();
    private List<Trained> trained = List.of();
    private int next;

    private record Trained(Model<Label> tribuo, FlatForest flat, TreeShap shap) {}

    @Setup
    public void train() {
        List<LabelledRecord> all = IncidentLog.read(Path.of(data)).records(Target.MISSED_SLA, Set.of(1));
        List<LabelledRecord> early = all.subList(0, all.size() * 4 / 5);
        FittedEncoder encoder = EncoderFitting.fit(IncidentSchema.SCHEMA, early);
        TrainingTable table = TrainingTable.of(encoder, early);
        rows = TrainingTable.of(encoder, all.subList(early.size(), all.size())).rows();
        examples = Arrays.stream(rows).map(TribuoRows::example).toList();
        trained = List.of(
                switch (learner) {
                    case FOREST -> {
                        var model =
                                new ForestLearner(Recipe.forest(TREES, SEED), 2).trainTribuo(table, Progress.SILENT);
                        FlatForest flat = TribuoForests.flat(model, table.rows());
                        yield new Trained(model, flat, new TreeShap(flat));
                    }
                    case BOOSTING -> {
                        var model = new BoostingLearner(Recipe.boosting(TREES, SEED)).trainTribuo(table);
                        FlatForest flat = Boosters.flat(model, table.rows());
                        yield new Trained(model, flat, new TreeShap(flat));
                    }
                });
    }

    private int place() {
        next = next + 1 < rows.length ? next + 1 : 0;
        return next;
    }

    @Benchmark
    public double flat() {
        return trained.get(0).flat().probability(rows[place()]);
    }

    @Benchmark
    public Object tribuo() {
        return trained.get(0).tribuo().predict(examples.get(place()));
    }

    @Benchmark
    public double[] reasons() {
        return trained.get(0).shap().values(rows[place()]);
    }
}
