package org.countyledger.network.cli;

import java.util.stream.Collectors;
import org.countyledger.ledger.ReplayReport;

/** A replay's outcome in words. */
final class ReplayText {
    private final Terminal terminal;

    ReplayText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(ReplayReport report) {
        terminal.say("channel            " + report.channelId());
        terminal.say("blocks             " + report.blocks());
        terminal.say("transactions       " + report.transactions() + " (" + codes(report) + ")");
        terminal.say("validation codes   " + agreeing(report.codesAgreed(), report.codesRecorded()));
        terminal.say("COMMIT_HASH        " + agreeing(report.commitHashesAgreed(), report.commitHashesRecorded()));
        terminal.say("last header hash   " + report.lastHeaderHash());
        terminal.say("time               " + Terminal.seconds(report.elapsed()) + ", "
                + Math.round(report.transactionsPerSecond()) + " transactions/s");
        report.firstDifference().ifPresent(difference -> terminal.say("First difference: " + difference));
        report.problems().forEach(problem -> terminal.say("Problem: " + problem));
        terminal.say(report.agrees() ? "Everything agrees." : "This chain is not what it says.");
    }

    private static String codes(ReplayReport report) {
        return report.computed().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String agreeing(long agreed, long recorded) {
        return agreed + " of " + recorded + " agree";
    }
}
