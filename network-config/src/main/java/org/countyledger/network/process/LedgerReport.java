package org.countyledger.network.process;

import java.util.List;

/**
 * How the ledger below a county stands.
 *
 * @param lines for people
 * @param problems sentences that name what is not as it should be
 */
public record LedgerReport(List<String> lines, List<String> problems) {
    public LedgerReport {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }
}
