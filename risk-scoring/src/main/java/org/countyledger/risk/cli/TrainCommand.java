package org.countyledger.risk.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.model.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model. */
@Command(
        name = "train",
        description = {
            "Trains a model from an incident log, calibrates it, chooses its bands, measures it on later records.",
            "Two trainings on the same data by the same recipe have the same name, whatever the number of threads."
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TrainOptions options = new TrainOptions();

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The log, CSV or gzipped CSV.")
    private Path data = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the model (default: PURPOSE.model).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Say say = new Say(spec.commandLine().getOut());
        say.line("Training %s, six times: five to calibrate by, each without a fifth of the records.", options.words());
        RiskModel model =
                new TrainingRun(options.provenance(), threads.count(), say.progress()).train(IncidentLog.read(data));
        Path file = out.orElseGet(options::file);
        ModelFile.write(model, file);
        say.evaluation(model.header().evaluation());
        say.line(
                "bands: call from %d, visit from %d millionths",
                model.header().reading().bands().elevatedFrom(),
                model.header().reading().bands().highFrom());
        say.line("model %s", model.header().name());
        say.line("file  %s, SHA-256 %s", file, ModelFile.digest(model));
        return ExitCode.OK;
    }
}
