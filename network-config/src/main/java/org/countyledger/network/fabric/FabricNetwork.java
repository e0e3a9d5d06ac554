package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.ledger.genesis.Genesis;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.process.Chore;
import org.countyledger.network.process.LedgerReport;
import org.countyledger.network.process.ProcessSpec;

/** A county's peers and orderers as native processes, and the channel that joins them. */
public final class FabricNetwork {
    private static final String CHANNEL = "channel";
    private static final String CONTRACT = "contract";

    private final Inventory inventory;
    private final FabricFiles files;

    public FabricNetwork(Inventory inventory, CountyDirectory county) {
        this.inventory = inventory;
        this.files = new FabricFiles(county);
    }

    /** Makes what cannot be made again: block 0, which all organisations must have the same of. */
    public void found(Instant now) throws IOException {
        PrivateFiles.directory(files.county().channel());
        PrivateFiles.write(
                files.genesis(),
                Genesis.block(CountyChannel.of(inventory, files.county()), now).toByteArray());
    }

    /** Writes what the nodes read; a node that runs keeps what it has read. */
    public void render() throws IOException {
        FabricPrograms unused = FabricPrograms.require();
        BuilderScripts.write(files.builder());
        for (Organization organization : inventory.orderingOrganizations()) {
            new OrdererSettings(files, organization).write();
        }
        for (Organization organization : inventory.organizations()) {
            new PeerSettings(files, organization).write();
        }
    }

    public List<ProcessSpec> nodes() {
        return new FabricNodes(files, inventory, FabricPrograms.known()).all();
    }

    /**
     * What makes a channel of the nodes.
     *
     * @param contracts names of the processes that run the contract
     */
    public List<Chore> chores(Set<String> contracts) {
        Set<String> nodes = nodes().stream().map(ProcessSpec::name).collect(Collectors.toSet());
        Set<String> beforeContract =
                Stream.concat(contracts.stream(), Stream.of(CHANNEL)).collect(Collectors.toSet());
        return List.of(
                new Chore(CHANNEL, "the channel is joined and the contract agreed on", nodes, () -> {
                    try (Nodes connected = Nodes.connect(inventory, files.county())) {
                        new Founding(inventory, connected).agree(genesis());
                    }
                }),
                new Chore(CONTRACT, "the contract is endorsed through every peer", beforeContract, () -> {
                    try (Nodes connected = Nodes.connect(inventory, files.county())) {
                        new Founding(inventory, connected).awaitEndorsements();
                    }
                }));
    }

    private ByteString genesis() {
        try {
            return ByteString.copyFrom(Files.readAllBytes(files.genesis()));
        } catch (IOException e) {
            throw new UncheckedIOException("Block 0 cannot be read", e);
        }
    }

    public LedgerReport report() {
        try (Nodes connected = Nodes.connect(inventory, files.county())) {
            return new Inspection(inventory, connected).report();
        }
    }

    /** The first block file of the first organisation's peer. */
    public Path blocks() {
        return files.blocks(inventory);
    }
}
