package org.countyledger.network.cli;

import java.util.Optional;
import org.countyledger.network.directory.LedgerKind;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.embedded.LedgerChoice;
import org.countyledger.network.inventory.Consensus;
import picocli.CommandLine.Option;

/** What runs below, and how. */
final class LedgerOption {
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
            description = {
                "How nodes of Fabric run (default: what the county has; for a new one native where Fabric's programs are,"
                        + " else containers)."
            })
    private Optional<NodeRuntime> runtime = Optional.empty();

    LedgerChoice choice() {
        return new LedgerChoice(ledger, consensus, runtime);
    }
}
