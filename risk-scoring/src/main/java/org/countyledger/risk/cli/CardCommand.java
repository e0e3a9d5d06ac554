package org.countyledger.risk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.card.ModelCard;
import org.countyledger.risk.model.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model's card. */
@Command(name = "card", description = "Writes the card of a model: one page of HTML that loads nothing.")
final class CardCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the page.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        String page = ModelCard.html(ModelFile.read(file));
        try {
            Files.writeString(out, page);
        } catch (IOException e) {
            throw new RiskException(out + " cannot be written", e);
        }
        new Say(spec.commandLine().getOut()).line("card of %s: %s", file, out);
        return ExitCode.OK;
    }
}
