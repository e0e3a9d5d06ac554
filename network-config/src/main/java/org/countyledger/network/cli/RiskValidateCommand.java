package org.countyledger.network.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.network.api.Written;
import org.countyledger.network.risk.ModelRecords;
import org.countyledger.risk.cli.Retraining;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.RiskModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates a registered model by training it again. */
@Command(
        name = "validate",
        description = {
            "Trains a registered model again from its recorded provenance, and says so on the ledger when the same comes"
                    + " out. By somebody of another organisation than the author's."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county risk validate 1f0c… --data incidents.csv.gz"})
final class RiskValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Mixin
    private OfficerOption officer = new OfficerOption();

    @Parameters(paramLabel = "ID", description = "The model's record.")
    private String id = "";

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The log it was trained on.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        ModelRecords models = RiskDesk.models(directory);
        Header record = models.header(id);
        String registered = record.fields().text("canonicalDigest").orElse("");
        RiskModel again = Retraining.of(
                ModelFile.read(models.file(registered)),
                data,
                spec.commandLine().getOut());
        if (!again.header().name().equals(registered)) {
            terminal.say("NOT EQUAL: training again gives " + again.header().name() + ", registered is " + registered);
            return ExitCode.SOFTWARE;
        }
        Written written =
                models.validate(id, again, CanonicalJson.digest(again.header().evaluation()), officer.subject());
        terminal.say("equal: model " + id + " is validated, transaction " + written.txId());
        return ExitCode.OK;
    }
}
