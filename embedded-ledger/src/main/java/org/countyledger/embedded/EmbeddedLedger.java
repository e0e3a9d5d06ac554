package org.countyledger.embedded;

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
import org.countyledger.embedded.deliver.DeliverService;
import org.countyledger.embedded.gateway.EndorsingPeer;
import org.countyledger.embedded.gateway.GatewayContext;
import org.countyledger.embedded.gateway.GatewayService;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A channel of several organisations in this JVM, spoken to by Fabric's protocols. It holds every organisation's keys, so
 * it proves nothing to anybody.
 */
public final class EmbeddedLedger implements AutoCloseable {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Chain chain;
    private final List<OrganizationPeer> peers = new ArrayList<>();
    private final Map<String, LedgerServer> servers = new LinkedHashMap<>();
    private Optional<LedgerServer> ordererServer = Optional.empty();
    private boolean closed;

    @SuppressWarnings("this-escape") // a start that fails half-way is closed before anybody sees it
    EmbeddedLedger(EmbeddedLedgerBuilder settings) throws SettingsException, IOException {
        List<OrganizationSetup> organizations = settings.organizations();
        List<String> mspIds =
                organizations.stream().map(OrganizationSetup::mspId).toList();
        LedgerFiles files = settings.directory()
                .map(directory -> LedgerFiles.open(directory, settings.channel(), mspIds))
                .orElseGet(() -> LedgerFiles.inMemory(mspIds));
        try {
            chain = Chain.open(
                    files,
                    new Chain.Parts(organizations, settings.batch(), settings.clock(), () -> newGenesis(settings)));
        } catch (InvalidChannelException e) {
            throw new SettingsException("The channel's configuration cannot be used: " + e.getMessage(), e);
        }
        try {
            for (OrganizationSetup organization : organizations) {
                MemberCheck.check(chain.channel(), organization);
            }
            Definitions definitions = new Definitions(chain, organizations);
            for (EmbeddedLedgerBuilder.Chaincode chaincode : settings.chaincodes()) {
                definitions.install(chaincode.definition());
            }
            for (OrganizationSetup organization : organizations) {
                peers.add(peer(organization, settings.chaincodes()));
            }
            peers.sort(Comparator.comparing(OrganizationPeer::mspId, KeyOrder.UTF8));
            ordererServer = startServers(settings);
        } catch (SettingsException | IOException | RuntimeException e) {
            close();
            throw e;
        }
        peers.forEach(OrganizationPeer::dialChaincodes);
    }

    private static Block newGenesis(EmbeddedLedgerBuilder settings) {
        return settings.genesis()
                .orElseGet(() -> GenesisBlock.build(
                        settings.channel(),
                        settings.organizations(),
                        Math.max(0, settings.ordererPort()),
                        settings.batch(),
                        settings.clock().now()));
    }

    public static EmbeddedLedgerBuilder builder() {
        return new EmbeddedLedgerBuilder();
    }

    private OrganizationPeer peer(OrganizationSetup organization, List<EmbeddedLedgerBuilder.Chaincode> chaincodes) {
        PeerCalls calls = new PeerCalls();
        Map<String, ChaincodeConnection> connections = new HashMap<>();
        for (EmbeddedLedgerBuilder.Chaincode chaincode : chaincodes) {
            Optional.ofNullable(chaincode.endpoints().get(organization.mspId())).ifPresent(endpoint -> {
                ChaincodeConnection connection = new ChaincodeConnection(
                        ChaincodeTarget.of(chaincode.packageId(), endpoint), chain.blocks(), calls, executor);
                connections.put(chaincode.definition().name(), connection);
                calls.add(chaincode.definition().name(), connection);
            });
        }
        return new OrganizationPeer(organization, chain, connections);
    }

    private Optional<LedgerServer> startServers(EmbeddedLedgerBuilder settings) throws IOException {
        List<GatewayContext.OrdererEndpoint> orderers = settings.organizations().stream()
                .map(organization -> new GatewayContext.OrdererEndpoint(
                        organization.host() + ":" + Math.max(0, settings.ordererPort()), organization.mspId()))
                .toList();
        GatewayContext context = new GatewayContext(
                chain.channel(),
                chain.access(),
                List.<EndorsingPeer>copyOf(peers),
                orderers,
                chain::order,
                chain::snapshot,
                chain.blocks(),
                chain.index(),
                chain.progress(),
                chain.waiters(),
                executor);
        for (OrganizationPeer peer : peers) {
            OrganizationSetup organization = peer.organization();
            LedgerServer server = LedgerServer.start(
                    "the peer of " + peer.mspId(),
                    List.of(
                            new GatewayService(context, peer.mspId()),
                            new EndorserService(peer),
                            new DeliverService(chain.deliverSource())),
                    organization.host(),
                    organization.peerPort(),
                    organization.peerTls(),
                    executor);
            servers.put(peer.mspId(), server);
            server.port().ifPresent(port -> peer.boundTo(organization.host() + ":" + port));
        }
        if (settings.ordererPort() < 0) {
            return Optional.empty();
        }
        OrganizationSetup first = settings.organizations().getFirst();
        return Optional.of(LedgerServer.start(
                "the orderers",
                List.of(new AtomicBroadcastService(chain::order, chain.deliverSource())),
                first.host(),
                settings.ordererPort(),
                first.ordererTls(),
                executor));
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
