package org.countyledger.network.embedded;

import java.util.Optional;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.LedgerKind;
import org.countyledger.network.fabric.FabricPrograms;
import org.countyledger.network.inventory.Consensus;
import org.countyledger.network.inventory.InventoryFile;

/**
 * What was asked to be below a county. What is not said is as the county has it, or as a new one usually has.
 *
 * @param consensus only for a new county
 */
public record LedgerChoice(Optional<LedgerKind> kind, Optional<Consensus> consensus) {
    public static final LedgerChoice ANY = new LedgerChoice(Optional.empty(), Optional.empty());

    LedgerKind forNewCounty() {
        return kind.orElse(LedgerKind.EMBEDDED);
    }

    /** Refuses to make what this computer could not run. */
    void check() {
        switch (forNewCounty()) {
            case EMBEDDED -> {
                if (consensus.isPresent()) {
                    throw new CountyException("--consensus is of orderers of Hyperledger Fabric: add --ledger fabric");
                }
            }
            case FABRIC -> {
                FabricPrograms unused = FabricPrograms.require();
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
        Consensus chosen = InventoryFile.read(directory.inventory()).consensus();
        consensus.filter(wanted -> wanted != chosen).ifPresent(wanted -> {
            throw new CountyException(directory + " orders by " + chosen + " since block 0 and can never order by "
                    + wanted + ": leave --consensus out, or name another --dir");
        });
    }
}
