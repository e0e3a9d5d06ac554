package org.countyledger.network.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.fabric.FabricNetwork;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.process.Chore;
import org.countyledger.network.process.ProcessSpec;

/** What a county's services and contracts stand on. Nothing above it knows which it is. */
sealed interface LedgerRuntime permits EmbeddedRuntime, FabricRuntime {
    /** What is below a county whose inventory stands in its directory. */
    static LedgerRuntime of(CountyFile county, CountyDirectory directory, Installation installation) {
        Inventory inventory = InventoryFile.read(directory.inventory());
        return county.runtime()
                .<LedgerRuntime>map(runtime -> new FabricRuntime(new FabricNetwork(inventory, directory, runtime)))
                .orElseGet(() -> new EmbeddedRuntime(directory, inventory, installation));
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
    HealthReport report();

    /**
     * What a doctor finds besides the report.
     *
     * @param hasNodes whether any node answers
     */
    List<Finding> findings(boolean hasNodes) throws IOException;

    /**
     * Gives the running channel an organisation's definition as it stands in the directory.
     *
     * @throws CountyException if this ledger's channel does not change
     */
    void publish(String mspId) throws IOException;

    /** The first file of blocks. */
    Path blocks();
}
