package org.countyledger.network.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countyledger.domain.record.Digests;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Written;
import org.countyledger.risk.model.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers a model on the ledger. */
@Command(
        name = "register",
        description = {
            "Writes a model's digests, provenance, measures and uses to the ledger, and keeps its file for the scorer.",
            "It is in use only after validate, two times sponsor, admit and activate, by different hands."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county risk register escalated.model --impact-assessment assessment.pdf"})
final class RiskRegisterCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Mixin
    private OfficerOption officer = new OfficerOption();

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private Path file = Path.of("");

    @Option(
            names = "--impact-assessment",
            required = true,
            paramLabel = "FILE",
            description = "The assessment of what the model's use does to people; its digest goes to the ledger.")
    private Path assessment = Path.of("");

    @Override
    public Integer call() {
        Written written =
                RiskDesk.models(directory).register(ModelFile.read(file), digest(assessment), officer.subject());
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        terminal.say("model " + written.id() + " is registered, transaction " + written.txId());
        terminal.say("scripts/county up starts the scorer, which waits until the model is in use.");
        return ExitCode.OK;
    }

    private static String digest(Path file) {
        try {
            return Digests.sha256Hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CountyException(file + " cannot be read", e);
        }
    }
}
