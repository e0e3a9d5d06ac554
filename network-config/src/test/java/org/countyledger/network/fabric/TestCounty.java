package org.countyledger.network.fabric;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.countyledger.network.authority.CountyAuthorities;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Consensus;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;

/** A county with its authorities, of which nothing runs. */
record TestCounty(CountyDirectory directory, Inventory inventory) {
    static TestCounty in(Path folder) throws IOException {
        Inventory inventory = InventoryFile.parse(InventoryFile.bundled(), "bundled");
        CountyDirectory directory = new CountyDirectory(folder);
        CountyAuthorities.create(inventory, directory, Instant.now());
        return new TestCounty(directory, inventory);
    }

    TestCounty ordering(Consensus consensus) {
        return new TestCounty(directory, inventory.with(consensus));
    }
}
