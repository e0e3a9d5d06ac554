package org.countyledger.network.cli;

import org.countyledger.network.CountyException;
import org.countyledger.network.risk.ModelStep;
import org.countyledger.network.setup.Bootstrap;
import org.countyledger.risk.cli.RiskCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ScopeType;

/** {@code scripts/county}: every sub-command that needs a county takes its directory. */
@Command(
        name = "county",
        description = "Makes, starts, looks at and stops a county on this computer.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "County Ledger 0.1.0",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county demo                    see a county at work",
            "  scripts/county up                      make a county and start it",
            "  scripts/county status                  what runs, where",
            "  scripts/county doctor                  what is wrong, and what to do",
            "  scripts/county token --department finance --role FINANCE_OFFICER --officer CA1201",
            "  scripts/county down --purge            stop it and remove all of it",
            "",
            "Exit codes: 0 done, 1 could not be done or is not as it should be, 2 asked wrongly."
        })
final class CountyCommand {
    private static final int HELP_WIDTH = 110;

    private CountyCommand() {}

    /** The command with its sub-commands. */
    static CommandLine commandLine() {
        return new CommandLine(new CountyCommand())
                .addSubcommand(new UpCommand(new Bootstrap()))
                .addSubcommand(new DemoCommand(new Bootstrap()))
                .addSubcommand(new ReplayCommand(new Bootstrap()))
                .addSubcommand(new DownCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new DoctorCommand())
                .addSubcommand(new RenderCommand())
                .addSubcommand(new IdentityCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(new SignCommand())
                .addSubcommand(new LifecyclesCommand())
                .addSubcommand(new LedgerCommand())
                .addSubcommand(new ReceiptCommand())
                .addSubcommand(new RecordCommand())
                .addSubcommand(risk())
                .addSubcommand(new ProjectionCommand())
                .setExecutionExceptionHandler(CountyCommand::say)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH);
    }

    /** What files are enough for is the models' own; what the ledger must say is added here. */
    private static CommandLine risk() {
        CommandLine risk = RiskCommand.commandLine()
                .addSubcommand(new RiskRegisterCommand())
                .addSubcommand(new RiskValidateCommand());
        for (ModelStep step : ModelStep.values()) {
            risk.addSubcommand(RiskStepCommand.of(step));
        }
        return risk.addSubcommand(new RiskRederiveCommand());
    }

    /** What a person must know is one sentence; anything else is our own mistake and shows where. */
    private static int say(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(failure instanceof CountyException) && !RiskCommand.isSentence(failure)) {
            throw failure;
        }
        command.getErr().println(Ansi.AUTO.string("@|bold,red county:|@ ") + failure.getMessage());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
