package org.countyledger.network.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.countyledger.network.api.Written;
import org.countyledger.network.risk.ModelStep;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes one step of a model's life on the ledger. */
@Command(footerHeading = "%nExamples:%n")
final class RiskStepCommand implements Callable<Integer> {
    private final ModelStep step;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Mixin
    private OfficerOption officer = new OfficerOption();

    @Parameters(paramLabel = "ID", description = "The model's record.")
    private String id = "";

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            description = "Why, for suspend and retire, e.g. OBJECTION_UPHELD (default: ${DEFAULT-VALUE}).")
    private String reason = "BY_HAND";

    private RiskStepCommand(ModelStep step) {
        this.step = step;
    }

    /** The command under the name of its step. */
    static CommandLine of(ModelStep step) {
        CommandLine command = new CommandLine(new RiskStepCommand(step));
        command.getCommandSpec()
                .name(step.action())
                .usageMessage()
                .description(step.description(), "By an officer with the role " + step.role() + ".")
                .footer("  scripts/county risk " + step.action() + " 1f0c…");
        return command;
    }

    @Override
    public Integer call() {
        Written written = RiskDesk.models(directory).step(id, step, reason, officer.subject());
        new Terminal(spec.commandLine().getOut())
                .say(step.name().toLowerCase(Locale.ROOT) + ": model " + id + ", transaction " + written.txId());
        return ExitCode.OK;
    }
}
