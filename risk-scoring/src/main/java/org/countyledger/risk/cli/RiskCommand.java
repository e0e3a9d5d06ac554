package org.countyledger.risk.cli;

import org.countyledger.risk.RiskException;
import org.countyledger.risk.features.RefusedFieldException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code scripts/risk}. The sub-commands can be put under {@code county} as they are. */
@Command(
        name = "risk",
        description = "Trains, shows and checks models that order work.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "County Ledger 0.1.0",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/risk train --data FILE --purpose MISSED_SLA --out sla.model",
            "  scripts/risk retrain sla.model --data FILE",
            "  scripts/risk card sla.model --out card.html",
            "  scripts/risk score sla.model --data FILE --number INC0000045 > score.json",
            "  scripts/risk rederive sla.model score.json",
            "  scripts/risk drift sla.model --data FILE",
            "",
            "Exit codes: 0 done, 1 could not be done or is not as it should be, 2 asked wrongly."
        })
public final class RiskCommand {
    private static final int HELP_WIDTH = 110;

    private RiskCommand() {}

    /** The command with its sub-commands. */
    public static CommandLine commandLine() {
        return new CommandLine(new RiskCommand())
                .addSubcommand(new TrainCommand())
                .addSubcommand(new RetrainCommand())
                .addSubcommand(new CardCommand())
                .addSubcommand(new ScoreCommand())
                .addSubcommand(new RederiveCommand())
                .addSubcommand(new DriftCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new CompareCommand())
                .setExecutionExceptionHandler(RiskCommand::say)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH);
    }

    /** What a person must know is one sentence; anything else is our own mistake and shows where. */
    private static int say(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(failure instanceof RiskException) && !(failure instanceof RefusedFieldException)) {
            throw failure;
        }
        command.getErr().println("risk: " + failure.getMessage());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
