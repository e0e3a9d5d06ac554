package org.countyledger.risk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.RiskModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a model again from what it says of itself, and compares. */
@Command(
        name = "retrain",
        description = "Trains a model again from its recorded provenance and says whether the same one comes out.")
final class RetrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private Path file = Path.of("");

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The log it was trained on.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        Say say = new Say(spec.commandLine().getOut());
        RiskModel model = ModelFile.read(file);
        RiskModel again = new Retraining(model, threads.count()).on(data, say.progress());
        boolean sameTrees = again.header().name().equals(model.header().name());
        boolean sameFile = ModelFile.digest(again).equals(ModelFile.digest(model));
        say.line(
                "trees %s: %s",
                sameTrees ? "equal" : "NOT EQUAL", again.header().name());
        say.line("file  %s: %s", sameFile ? "equal" : "NOT EQUAL", ModelFile.digest(again));
        return sameTrees && sameFile ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
