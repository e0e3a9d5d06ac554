package org.countyledger.network.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.LedgerKind;
import org.countyledger.network.fabric.FabricNetwork;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.process.Chore;
import org.countyledger.network.process.LedgerReport;
import org.countyledger.network.process.ProcessSpec;

/** What a county's services and contracts stand on. Nothing above it knows which it is. */
sealed interface LedgerRuntime permits EmbeddedRuntime, FabricRuntime {
    /** What is below a county whose inventory stands in its directory. */
    static LedgerRuntime of(LedgerKind kind, CountyDirectory directory, Installation installation) {
        Inventory inventory = InventoryFile.read(directory.inventory());
        return switch (kind) {
            case EMBEDDED -> new EmbeddedRuntime(directory, inventory, installation);
            case FABRIC -> new FabricRuntime(new FabricNetwork(inventory, directory));
        };
    }

    /**
     * Makes what must be there once and never again.
     *
     * @throws CountyException if this computer lacks what is needed
     */
    void found() throws IOException;

    /** Writes what its processes read, before every start. */
    void render() throws IOException;

    List<ProcessSpec> nodes();

    /**
     * What is done with the nodes before the services can work.
     *
     * @param contracts names of the processes that run the contract
     */
    List<Chore> chores(Set<String> contracts);

    /** Whether its ports may become others. */
    boolean canMove();

    /** Asked while its nodes run. */
    LedgerReport report();

    /** The first file of blocks. */
    Path blocks();
}
