package org.countyledger.risk.cli;

import org.countyledger.risk.RiskException;
import org.countyledger.risk.features.RefusedFieldException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code scripts/county risk}, as far as files are enough. */
@Command(
        name = "risk",
        description = "Trains, shows and checks models that order work.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "County Ledger 0.1.0",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county risk train --data FILE --purpose MISSED_SLA --out sla.model",
            "  scripts/county risk retrain sla.model --data FILE",
            "  scripts/county risk card sla.model --out card.html",
            "  scripts/county risk score sla.model --data FILE --number INC0000045 > score.json",
            "  scripts/county risk recompute sla.model score.json",
            "  scripts/county risk drift sla.model --data FILE",
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
                .addSubcommand(new RecomputeCommand())
                .addSubcommand(new DriftCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new CompareCommand())
                .setExecutionExceptionHandler(RiskCommand::say)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH);
    }

    /** Whether a failure says to a person what there is to know. */
    public static boolean isSentence(Exception failure) {
        return failure instanceof RiskException || failure instanceof RefusedFieldException;
    }

    /** What a person must know is one sentence; anything else is our own mistake and shows where. */
    private static int say(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!isSentence(failure)) {
            throw failure;
        }
        command.getErr().println("risk: " + failure.getMessage());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
