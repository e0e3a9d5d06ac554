package org.countyledger.network.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.network.embedded.LocalCounty;
import org.countyledger.network.risk.Rederivation;
import org.countyledger.risk.model.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a score of the ledger again. */
@Command(
        name = "rederive",
        description = {
            "Makes the score of a transaction again from the model's file and the opened inputs: equal or not.",
            "The inputs are private: opening them is recorded on the ledger."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county risk rederive 3f1c…",
            "  scripts/county risk rederive 3f1c… --model escalated.model --officer GV2801.CASE_OFFICER"
        })
final class RiskRederiveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Mixin
    private OfficerOption officer = new OfficerOption();

    @Parameters(paramLabel = "TXID", description = "The transaction that issued the score.")
    private String txId = "";

    @Option(names = "--model", paramLabel = "FILE", description = "The model (default: the county's own file of it).")
    private Optional<Path> model = Optional.empty();

    @Override
    public Integer call() {
        LocalCounty county = directory.county();
        Rederivation rederivation = new Rederivation(county);
        Header score = rederivation.score(txId);
        String name = score.fields().text("modelDigest").orElse("");
        Path file = model.orElseGet(() -> RiskDesk.models(directory).file(name));
        PrivateValue opened = rederivation.opened(score, officer.subject());
        List<String> differences = Rederivation.differences(score, opened, ModelFile.read(file));
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        if (differences.isEmpty()) {
            terminal.say("equal");
            return ExitCode.OK;
        }
        terminal.say("NOT EQUAL");
        differences.forEach(each -> terminal.say("  " + each));
        return ExitCode.SOFTWARE;
    }
}
