package org.countyledger.network.cli;

import java.util.Optional;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.LedgerKind;
import org.countyledger.network.embedded.LedgerChoice;
import org.countyledger.network.inventory.Consensus;
import picocli.CommandLine.Option;

/** What runs below, and how. */
final class LedgerOption {
    /** How nodes of Fabric run. */
    enum Nodes {
        NATIVE,
        CONTAINERS
    }

    @Option(
            names = "--ledger",
            paramLabel = "embedded|fabric",
            description = "What runs below (default: what the county has; embedded where there is none).")
    private Optional<LedgerKind> ledger = Optional.empty();

    @Option(
            names = "--consensus",
            paramLabel = "bft|raft",
            description = "How orderers of a new county on Fabric agree (default: the inventory's).")
    private Optional<Consensus> consensus = Optional.empty();

    @Option(
            names = "--runtime",
            paramLabel = "native|containers",
            description = "How nodes of Fabric run (default: native).")
    private Nodes nodes = Nodes.NATIVE;

    /** @throws CountyException in one sentence, if this version cannot do it */
    LedgerChoice choice() {
        return switch (nodes) {
            case NATIVE -> new LedgerChoice(ledger, consensus);
            case CONTAINERS ->
                throw new CountyException("--runtime containers is not in this version: install Fabric's peer and"
                        + " orderer for --runtime native, or use --ledger embedded");
        };
    }
}
