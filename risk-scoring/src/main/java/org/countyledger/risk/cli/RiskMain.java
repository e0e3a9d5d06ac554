package org.countyledger.risk.cli;

/** Where {@code scripts/risk} enters. */
public final class RiskMain {
    private RiskMain() {}

    public static void main(String[] arguments) {
        System.exit(RiskCommand.commandLine().execute(arguments));
    }
}
