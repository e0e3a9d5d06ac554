package org.countyledger.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

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

    /** What a peer keeps of the same, since it took the contract's package: it would go on with keys that have ended. */
    List<Path> released(String mspId) throws IOException {
        Path builds = data(mspId, PEER).resolve(Path.of("externalbuilder", "builds"));
        if (!Files.isDirectory(builds)) {
            return List.of();
        }
        try (Stream<Path> packages = Files.list(builds)) {
            return packages.map(build -> build.resolve(Path.of("release", "chaincode", "server", "connection.json")))
                    .filter(Files::exists)
                    .toList();
        }
    }

    Path builder() {
        return settings().resolve("builder");
    }

    /** Nodes as containers. */
    Path compose() {
        return settings().resolve("compose.yaml");
    }

    /** Those organisations whose keys stand in the directory: all of them on one computer, one on its own host. */
    List<Organization> here(List<Organization> organizations) {
        return organizations.stream()
                .filter(organization -> county.isHere(organization.mspId()))
                .toList();
    }

    private Path settings() {
        return county.run().resolve("fabric");
    }

    Path data(String mspId, String node) {
        return county.data().resolve("fabric").resolve(mspId).resolve(node);
    }

    /** The first block file of a peer. */
    Path blocks(Inventory inventory) {
        return data(here(inventory.organizations()).getFirst().mspId(), PEER)
                .resolve(Path.of("ledgersData", "chains", "chains", inventory.channel(), "blockfile_000000"));
    }
}
