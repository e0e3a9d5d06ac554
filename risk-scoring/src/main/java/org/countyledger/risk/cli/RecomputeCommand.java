package org.countyledger.risk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.OpenedScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a score again. */
@Command(name = "recompute", description = "Makes a score again from the model and the opened inputs: equal or not.")
final class RecomputeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model's file.")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "SCORE", description = "The opened score, as `score` writes it.")
    private Path opened = Path.of("");

    @Override
    public Integer call() {
        List<String> differences = read().differences(ModelFile.read(model));
        Say say = new Say(spec.commandLine().getOut());
        if (differences.isEmpty()) {
            say.line("equal");
            return ExitCode.OK;
        }
        say.line("NOT EQUAL");
        differences.forEach(each -> say.line("  %s", each));
        return ExitCode.SOFTWARE;
    }

    private OpenedScore read() {
        try {
            return CanonicalJson.read(Files.readAllBytes(opened), OpenedScore.class);
        } catch (IOException | MalformedJson e) {
            throw new RiskException(opened + " cannot be read: " + e.getMessage(), e);
        }
    }
}
