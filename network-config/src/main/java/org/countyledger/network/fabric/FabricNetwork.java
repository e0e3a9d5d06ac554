package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.genesis.Genesis;
import org.countyledger.ledger.identity.MspFolder;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.process.Chore;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.settings.SettingsFiles;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;

/** A county's peers and orderers as native processes, and the channel that joins them. */
public final class FabricNetwork {
    private static final String CHANNEL = "channel";
    private static final String CONTRACT = "contract";

    private final Inventory inventory;
    private final FabricFiles files;

    private final NodeRuntime runtime;

    public FabricNetwork(Inventory inventory, CountyDirectory county, NodeRuntime runtime) {
        this.inventory = inventory;
        this.runtime = runtime;
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
        requirePrograms();
        writeSettings();
    }

    /** As {@link #render}, for nodes that may run on another computer. */
    public void writeSettings() throws IOException {
        BuilderScripts.write(files.builder());
        for (Organization organization : files.here(inventory.orderingOrganizations())) {
            new OrdererSettings(files, organization).write();
        }
        for (Organization organization : files.here(inventory.organizations())) {
            new PeerSettings(files, organization).write();
        }
        if (runtime == NodeRuntime.CONTAINERS) {
            new ComposeFile(files, inventory).write();
        }
    }

    private void requirePrograms() {
        switch (runtime) {
            case NATIVE -> {
                FabricPrograms unused = FabricPrograms.require();
            }
            case CONTAINERS -> {
                ContainerEngine unused = ContainerEngine.require();
            }
        }
    }

    public List<ProcessSpec> nodes() {
        return new FabricNodes(files, inventory, launcher()).all();
    }

    private Launcher launcher() {
        return switch (runtime) {
            case NATIVE -> new Launcher.Native(files, FabricPrograms.known());
            case CONTAINERS -> new Launcher.Containers(files, ContainerEngine.known());
        };
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

    public HealthReport report() {
        try (Nodes connected = Nodes.connect(inventory, files.county())) {
            return new Inspection(inventory, connected).report();
        }
    }

    /**
     * What a doctor finds besides the report.
     *
     * @param hasNodes whether any node answers
     */
    public List<Finding> findings(boolean hasNodes) throws IOException {
        List<Finding> findings = new ArrayList<>(toolFindings());
        ChannelCertificates certificates = new ChannelCertificates(channelConfig(), files.county());
        for (Organization organization : files.here(inventory.organizations())) {
            findings.addAll(certificates.findings(organization));
        }
        if (hasNodes) {
            try (Nodes connected = Nodes.connect(inventory, files.county())) {
                Examination examination = new Examination(inventory);
                findings.addAll(examination.findings(connected.peers(), mspId -> runningPackage(mspId, examination)));
            }
        }
        return findings;
    }

    private List<Finding> toolFindings() {
        return switch (runtime) {
            case NATIVE -> FabricPrograms.findings(System.getenv());
            case CONTAINERS -> ContainerEngine.findings(System.getenv());
        };
    }

    private ChannelConfig channelConfig() throws IOException {
        try {
            return ChannelConfig.of(Block.parseFrom(genesis()));
        } catch (InvalidChannelException e) {
            throw new IOException("block 0 describes no channel: " + e.getMessage(), e);
        }
    }

    /** What the organisation's contract process was told to run. */
    private String runningPackage(String mspId, Examination examination) {
        return new SettingsFiles(files.county()).packageId(mspId).orElseGet(examination::packageId);
    }

    /** Gives the channel an organisation's definition as it stands in the directory, revoked certificates with it. */
    public void publish(String mspId) throws IOException {
        FabricMSPConfig definition =
                MspFolder.read(mspId, files.county().organization(mspId).msp());
        try (Nodes connected = Nodes.connect(inventory, files.county())) {
            new ChannelUpdate(inventory.channel(), connected)
                    .apply(
                            "The new definition of " + mspId,
                            channel -> ConfigUpdates.withMsp(channel, mspId, definition));
        }
    }

    /** The first block file of the first organisation's peer. */
    public Path blocks() {
        return files.blocks(inventory);
    }
}
