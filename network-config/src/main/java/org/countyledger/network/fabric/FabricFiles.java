package org.countyledger.network.fabric;

import java.nio.file.Path;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;

/** Where the files of a Fabric network are; docs/architecture/wiring.md has the same tree. */
record FabricFiles(CountyDirectory county) {
    static final String PEER = "peer";
    static final String ORDERER = "orderer";

    Path genesis() {
        return county.channel().resolve("genesis.block");
    }

    /** What Fabric calls FABRIC_CFG_PATH of one node. */
    Path settings(String mspId, String node) {
        return settings().resolve(mspId).resolve(node);
    }

    /** Where a peer finds its contract, with the key that it shows there. */
    Path connection(String mspId) {
        return settings(mspId, PEER).resolve("connection.json");
    }

    Path builder() {
        return settings().resolve("builder");
    }

    private Path settings() {
        return county.run().resolve("fabric");
    }

    Path data(String mspId, String node) {
        return county.data().resolve("fabric").resolve(mspId).resolve(node);
    }

    /** The first block file of a peer. */
    Path blocks(Inventory inventory) {
        return data(inventory.organizations().getFirst().mspId(), PEER)
                .resolve(Path.of("ledgersData", "chains", "chains", inventory.channel(), "blockfile_000000"));
    }
}
