package org.countyledger.network.cli;

import picocli.CommandLine.Option;

/** {@code --ledger}: what runs below. */
final class LedgerOption {
    static final String LATER = "--ledger fabric comes later: this version starts the embedded ledger only.";

    /** What can be below. */
    enum Ledger {
        EMBEDDED,
        FABRIC
    }

    @Option(names = "--ledger", paramLabel = "embedded|fabric", description = "What runs below (default: embedded).")
    private Ledger ledger = Ledger.EMBEDDED;

    boolean isNotYetThere() {
        return ledger == Ledger.FABRIC;
    }
}
