package org.countyledger.embedded;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.chaincode.ChaincodeTarget;
import org.countyledger.embedded.channel.GenesisBlock;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.commit.LedgerFiles;
import org.countyledger.embedded.deliver.AtomicBroadcastService;
import org.countyledger.embedded.gateway.StatusGate;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A channel of several organisations in this JVM, spoken to by Fabric's protocols. It holds every organisation's keys, so
 * it proves nothing to anybody.
 */
public final class EmbeddedLedger implements AutoCloseable {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final EmbeddedLedgerBuilder settings;
    private final List<OrganizationPeer> peers = new ArrayList<>();
    private final Map<String, LedgerServer> servers = new LinkedHashMap<>();
    private final StatusGate gate = new StatusGate();
    private final PeerServices services;
    private final Faults faults;
    private volatile Chain chain;
    private List<Block> beginning = List.of();
    private Optional<LedgerServer> ordererServer = Optional.empty();
    private boolean closed;

    @SuppressWarnings("this-escape") // a start that fails half-way is closed before anybody sees it
    EmbeddedLedger(EmbeddedLedgerBuilder settings) throws SettingsException, IOException {
        this.settings = settings;
        List<OrganizationSetup> organizations = settings.organizations();
        List<String> mspIds =
                organizations.stream().map(OrganizationSetup::mspId).toList();
        chain = open(
                settings.directory()
                        .map(directory -> LedgerFiles.open(directory, settings.channel(), mspIds))
                        .orElseGet(() -> LedgerFiles.inMemory(mspIds)),
                Optional.empty());
        services = new PeerServices(settings, peers, gate, executor);
        faults = new Faults(this::chain, peers, servers, gate);
        try {
            for (OrganizationSetup organization : organizations) {
                MemberCheck.check(chain.channel(), organization);
            }
            Definitions definitions = new Definitions(chain, organizations);
            for (EmbeddedLedgerBuilder.Chaincode chaincode : settings.chaincodes()) {
                definitions.install(chaincode.definition());
            }
            for (OrganizationSetup organization : organizations) {
                peers.add(peer(organization));
            }
            peers.sort(Comparator.comparing(OrganizationPeer::mspId, KeyOrder.UTF8));
            ordererServer = startServers();
        } catch (SettingsException | IOException | RuntimeException e) {
            close();
            throw e;
        }
        beginning = settings.directory().isPresent() ? List.of() : blocksSoFar();
        peers.forEach(OrganizationPeer::dialChaincodes);
    }

    private Chain open(LedgerFiles files, Optional<ChannelConfig> known) throws SettingsException {
        Chain.Parts parts = new Chain.Parts(
                settings.organizations(),
                settings.batch(),
                settings.clock(),
                known,
                beginning,
                this::newGenesis,
                this::isRunning);
        try {
            return Chain.open(files, parts);
        } catch (InvalidChannelException e) {
            throw new SettingsException("The channel's configuration cannot be used: " + e.getMessage(), e);
        }
    }

    private Block newGenesis() {
        return settings.genesis()
                .orElseGet(() -> GenesisBlock.build(
                        settings.channel(),
                        settings.organizations(),
                        Math.max(0, settings.ordererPort()),
                        settings.batch(),
                        settings.clock().now()));
    }

    private boolean isRunning(String mspId) {
        return peers.stream().noneMatch(peer -> peer.mspId().equals(mspId) && !peer.isRunning());
    }

    private List<Block> blocksSoFar() {
        List<Block> blocks = new ArrayList<>();
        for (long number = 0; number < chain.blocks().chainInfo().getHeight(); number++) {
            blocks.add(chain.blocks().block(number).orElseThrow());
        }
        return blocks;
    }

    public static EmbeddedLedgerBuilder builder() {
        return new EmbeddedLedgerBuilder();
    }

    private Chain chain() {
        return chain;
    }

    private OrganizationPeer peer(OrganizationSetup organization) {
        PeerCalls calls = new PeerCalls();
        Map<String, ChaincodeConnection> connections = new HashMap<>();
        String mspId = organization.mspId();
        for (EmbeddedLedgerBuilder.Chaincode chaincode : settings.chaincodes()) {
            Optional.ofNullable(chaincode.endpoints().get(mspId)).ifPresent(endpoint -> {
                ChaincodeConnection connection = new ChaincodeConnection(
                        ChaincodeTarget.of(chaincode.packageId(), endpoint),
                        () -> chain.view(mspId).blocks(),
                        calls,
                        executor);
                connections.put(chaincode.definition().name(), connection);
                calls.add(chaincode.definition().name(), connection);
            });
        }
        return new OrganizationPeer(organization, chain.view(mspId), connections);
    }

    private Optional<LedgerServer> startServers() throws IOException {
        for (OrganizationPeer peer : peers) {
            OrganizationSetup organization = peer.organization();
            LedgerServer.Place place = new LedgerServer.Place(
                    "the peer of " + peer.mspId(),
                    organization.host(),
                    organization.peerPort(),
                    organization.peerTls());
            LedgerServer server = LedgerServer.start(place, services.of(peer), executor);
            servers.put(peer.mspId(), server);
            server.port().ifPresent(port -> peer.boundTo(organization.host() + ":" + port));
        }
        if (settings.ordererPort() < 0) {
            return Optional.empty();
        }
        OrganizationSetup first = settings.organizations().getFirst();
        LedgerServer.Place place =
                new LedgerServer.Place("the orderers", first.host(), settings.ordererPort(), first.ordererTls());
        return Optional.of(LedgerServer.start(place, ordererServices(), executor));
    }

    private List<BindableService> ordererServices() {
        return List.of(new AtomicBroadcastService(chain::order, chain.ordererSource()));
    }

    /**
     * Back to the moment when it had started: the blocks with the chaincodes' definitions and nothing else. Addresses,
     * channels and chaincodes stay; calls on their way and faults end. Only for a ledger in memory.
     */
    public synchronized void reset() {
        if (closed || settings.directory().isPresent()) {
            throw new IllegalStateException("Only a ledger in memory that is open can be reset");
        }
        Chain old = chain;
        faults.clear();
        List<String> mspIds = peers.stream().map(OrganizationPeer::mspId).toList();
        try {
            chain = open(LedgerFiles.inMemory(mspIds), Optional.of(old.channel()));
        } catch (SettingsException e) {
            throw new IllegalStateException("The ledger that had started cannot start again", e);
        }
        for (OrganizationPeer peer : peers) {
            peer.follow(chain.view(peer.mspId()));
            server(peer.mspId()).services().replace(services.of(peer));
        }
        ordererServer.ifPresent(server -> server.services().replace(ordererServices()));
        // Nobody reaches the old chain any more, so nobody need wait until its threads have ended.
        executor.execute(old::close);
    }

    /** What a test may do to this ledger. */
    public Faults faults() {
        return faults;
    }

    /**
     * Gives back space and erases from the disk what was purged or has expired. It happens by itself when nothing has been
     * committed for a while, and on close.
     */
    public void compact() {
        chain.compact();
    }

    public String channel() {
        return chain.channel().channelId();
    }

    /** An in-process channel to an organisation's gateway; it is closed with the ledger. */
    public ManagedChannel gatewayChannel(String mspId) {
        return server(mspId).channel();
    }

    /** Host and port of an organisation's gateway. */
    public String gatewayAddress(String mspId) {
        if (server(mspId).port().isEmpty()) {
            throw new IllegalStateException("The gateway of " + mspId + " has no port");
        }
        return peers.stream()
                .filter(peer -> peer.mspId().equals(mspId))
                .findFirst()
                .orElseThrow()
                .address();
    }

    /** An in-process channel to {@code orderer.AtomicBroadcast}, if the ledger was given an orderer port. */
    public Optional<ManagedChannel> ordererChannel() {
        return ordererServer.map(LedgerServer::channel);
    }

    private LedgerServer server(String mspId) {
        return Optional.ofNullable(servers.get(mspId))
                .orElseThrow(() -> new IllegalArgumentException("No organisation " + mspId + " on this ledger"));
    }

    /** The committed blocks. */
    public BlockStore blocks() {
        return chain.blocks();
    }

    /** The world state at the present height; close it. */
    public StateSnapshot state() {
        return chain.snapshot();
    }

    /** Ends within 5 s, whatever a chaincode does. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        chain.stopOrdering();
        servers.values().parallelStream().forEach(LedgerServer::close);
        ordererServer.ifPresent(LedgerServer::close);
        peers.parallelStream().forEach(OrganizationPeer::close);
        chain.close();
        executor.shutdown();
    }
}
