package org.countyledger.network.embedded;

import java.util.Optional;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.LedgerKind;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.fabric.ContainerEngine;
import org.countyledger.network.fabric.FabricPrograms;
import org.countyledger.network.inventory.Consensus;
import org.countyledger.network.inventory.InventoryFile;

/**
 * What was asked to be below a county. What is not said is as the county has it, or as a new one usually has.
 *
 * @param consensus only for a new county
 * @param runtime how nodes of Fabric run; a new county has them native where Fabric's programs are, else as containers
 */
public record LedgerChoice(Optional<LedgerKind> kind, Optional<Consensus> consensus, Optional<NodeRuntime> runtime) {
    public static final LedgerChoice ANY = new LedgerChoice(Optional.empty(), Optional.empty(), Optional.empty());

    /** A ledger, and the rest as usual. */
    public static LedgerChoice of(LedgerKind kind) {
        return new LedgerChoice(Optional.of(kind), Optional.empty(), Optional.empty());
    }

    /** What a new county is to be; refused where this computer could not run it. */
    CountyFile forNewCounty(Purpose purpose) {
        return switch (kind.orElse(LedgerKind.EMBEDDED)) {
            case EMBEDDED -> {
                refuse("--consensus", consensus);
                refuse("--runtime", runtime);
                yield CountyFile.embedded(purpose);
            }
            case FABRIC -> CountyFile.fabric(purpose, runtimeHere());
        };
    }

    private static void refuse(String option, Optional<?> value) {
        if (value.isPresent()) {
            throw new CountyException(option + " is of nodes of Hyperledger Fabric: add --ledger fabric");
        }
    }

    private NodeRuntime runtimeHere() {
        NodeRuntime chosen = runtime.orElseGet(LedgerChoice::usual);
        require(chosen);
        return chosen;
    }

    private static NodeRuntime usual() {
        if (FabricPrograms.areHere()) {
            return NodeRuntime.NATIVE;
        }
        if (ContainerEngine.isHere()) {
            return NodeRuntime.CONTAINERS;
        }
        throw new CountyException(FabricPrograms.missing()
                + "; or install Docker or Podman, which run Fabric's images; " + FabricPrograms.WITHOUT);
    }

    private static void require(NodeRuntime runtime) {
        switch (runtime) {
            case NATIVE -> {
                FabricPrograms unused = FabricPrograms.require();
            }
            case CONTAINERS -> {
                ContainerEngine unused = ContainerEngine.require();
            }
        }
    }

    /** Refuses what the county is not. */
    void check(CountyDirectory directory, CountyFile found) {
        kind.filter(wanted -> wanted != found.kind()).ifPresent(wanted -> {
            throw new CountyException(
                    directory + " is a county on " + found.kind().words() + " and can never be one on " + wanted.words()
                            + ": leave --ledger out, or name another --dir");
        });
        runtime.filter(wanted -> found.runtime().filter(wanted::equals).isEmpty())
                .ifPresent(wanted -> {
                    throw new CountyException(directory + " does not have nodes that run as " + wanted.wireName()
                            + " and never will: leave --runtime out, or name another --dir");
                });
        Consensus chosen = InventoryFile.read(directory.inventory()).consensus();
        consensus.filter(wanted -> wanted != chosen).ifPresent(wanted -> {
            throw new CountyException(directory + " orders by " + chosen + " since block 0 and can never order by "
                    + wanted + ": leave --consensus out, or name another --dir");
        });
    }
}
