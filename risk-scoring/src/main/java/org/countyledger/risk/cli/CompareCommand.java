package org.countyledger.risk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.features.Feature;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.features.View;
import org.countyledger.risk.model.Provenance;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.model.TimeSplit;
import org.countyledger.risk.model.TrainingRun;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;
import org.countyledger.risk.training.TrainingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Our half of {@code scripts/risk-comparison}: rows, answers and training times as CSV files. */
@Command(
        name = "compare",
        hidden = true,
        description = "Trains both learners for all purposes and writes rows and answers for scripts/risk-comparison.")
final class CompareCommand implements Callable<Integer> {
    private record Models(RiskModel forest, RiskModel boosting) {}

    private static final int TREES = 200;
    private static final int ROUNDS = 3;
    private static final double MILLION = 1e6;
    private static final double NANOS = 1e9;

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The log.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 20_160_229;

    @Option(names = "--train-permille", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int trainPermille = 800;

    @Override
    public Integer call() throws IOException {
        IncidentLog log = IncidentLog.read(data);
        for (Target target : Target.values()) {
            Provenance.Data asked = Provenance.Data.wanted(View.INCIDENT, List.of(1), trainPermille);
            TimeSplit split = TimeSplit.of(log.records(target, new HashSet<>(asked.events())), trainPermille);
            if (split.test().isEmpty()) {
                throw new RiskException("there is nothing left to measure on");
            }
            RiskModel forest = model(log, new Provenance(target, asked, Recipe.forest(TREES, seed), ""));
            RiskModel boosting = model(log, new Provenance(target, asked, Recipe.boosting(TREES, seed), ""));
            Models models = new Models(forest, boosting);
            write(out.resolve(target + ".train.csv"), models, split.train());
            write(out.resolve(target + ".test.csv"), models, split.test());
            times(target, TrainingTable.of(forest.encoder(), split.train()));
        }
        return ExitCode.OK;
    }

    private RiskModel model(IncidentLog log, Provenance wanted) {
        return new TrainingRun(wanted, threads.count(), Progress.SILENT).train(log);
    }

    /** One line a record: outcome, four answers, then the row that both learners saw. */
    private void write(Path file, Models models, List<LabelledRecord> records) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("yes,forest,forest_calibrated,boosting,boosting_calibrated,"
                + models.forest().header().schema().features().stream()
                        .map(Feature::code)
                        .collect(Collectors.joining(",")));
        for (LabelledRecord record : records) {
            int[] row = models.forest().encoder().encode(record.fields());
            lines.add((record.yes() ? "1," : "0,")
                    + answers(models.forest(), row) + ","
                    + answers(models.boosting(), row) + ","
                    + Arrays.stream(row).mapToObj(Integer::toString).collect(Collectors.joining(",")));
        }
        Files.write(file, lines);
    }

    private static String answers(RiskModel model, int[] row) {
        return model.forest().probability(row) + "," + model.millionths(row) / MILLION;
    }

    /** Seconds of training by each learner, trees laid flat included. */
    private void times(Target target, TrainingTable table) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Recipe recipe : List.of(Recipe.forest(TREES, seed), Recipe.boosting(TREES, seed))) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                recipe.learner(threads.count()).train(table, Progress.SILENT);
                lines.add(recipe.kind() + "," + (System.nanoTime() - start) / NANOS);
            }
        }
        Files.write(out.resolve(target + ".seconds.csv"), lines);
    }
}
