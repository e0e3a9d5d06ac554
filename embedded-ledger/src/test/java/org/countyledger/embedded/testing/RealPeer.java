package org.countyledger.embedded.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countyledger.ledger.block.BlockReader;
import org.hyperledger.fabric.protos.common.Block;

/** One process of Fabric's own {@code peer}, which joins a channel and validates its blocks by itself. */
public final class RealPeer implements AutoCloseable {
    public static final String NOT_FOUND =
            "Not run: there is no Fabric 3.1.5 `peer` on the PATH or under FABRIC_HOME/bin.";
    private static final long WAIT_SECONDS = 120;
    private static final String ENDED = "(end)";

    private final Path program;
    private final Path home;
    private final int port = freePort();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();
    private final Process process;

    /** Where the program is, if it is anywhere. */
    public static Optional<Path> program() {
        Stream<String> home = Optional.ofNullable(System.getenv("FABRIC_HOME")).map(in -> in + "/bin").stream();
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(home, Stream.of(path.split(File.pathSeparator)))
                .map(folder -> Path.of(folder, "peer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    private RealPeer(Path program, Path home, ThrowawayOrganization organization) throws IOException {
        this.program = program;
        this.home = home;
        mspFolder(home.resolve("msp"), organization, organization.member("judge", "peer"));
        mspFolder(home.resolve("admin"), organization, organization.member("admin", "admin"));
        Files.writeString(home.resolve("core.yaml"), settings(organization.mspId()));
        this.process = run("node", "start");
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts a peer of the organisation; returns when it listens. */
    public static RealPeer start(Path program, Path home, ThrowawayOrganization organization) throws Exception {
        RealPeer peer = new RealPeer(program, home, organization);
        peer.await("Started peer with ID");
        return peer;
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("FABRIC_CFG_PATH", home.toString());
        environment.put("FABRIC_LOGGING_SPEC", "warn:nodeCmd=info:kvledger=info");
        if (arguments[0].equals("channel")) {
            environment.put("CORE_PEER_MSPCONFIGPATH", home.resolve("admin").toString());
        }
        return builder.start();
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("the peer cannot be heard any more: " + e.getMessage());
        }
        lines.add(ENDED);
    }

    private void await(String text) throws InterruptedException {
        for (String line = next(); !line.contains(text); line = next()) {
            said.add(line);
        }
    }

    private String next() throws InterruptedException {
        String line = lines.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(ENDED)) {
            throw new AssertionError(
                    "The peer has ended, or been silent for long, after it said:\n" + String.join("\n", said));
        }
        return line;
    }

    /** Joins the channel of this block 0. */
    public void join(Block genesis) throws Exception {
        Path file = home.resolve("genesis.block");
        Files.write(file, genesis.toByteArray());
        Process joining = run("channel", "join", "-b", file.toString());
        String output = new String(joining.getInputStream().readAllBytes(), UTF_8);
        if (joining.waitFor() != 0) {
            throw new AssertionError("The peer did not join:\n" + output);
        }
    }

    /** Its blocks, with the codes and commit hashes it found itself, once it has all up to {@code last}. */
    public List<Block> blocks(String channel, long last) throws Exception {
        await("[" + channel + "] Committed block [" + last + "]");
        Path file =
                home.resolve("data/ledgersData/chains/chains").resolve(channel).resolve("blockfile_000000");
        List<Block> blocks = new ArrayList<>();
        try (BlockReader reader = BlockReader.open(file)) {
            for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                blocks.add(block.get());
            }
        }
        return blocks;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static void mspFolder(Path folder, ThrowawayOrganization organization, ThrowawayIdentity identity)
            throws IOException {
        write(folder.resolve("cacerts/ca.pem"), organization.msp().getRootCerts(0));
        write(folder.resolve("signcerts/cert.pem"), identity.certificatePem());
        write(folder.resolve("keystore/key.pem"), identity.privateKeyPem());
        StringBuilder units = new StringBuilder("NodeOUs:\n  Enable: true\n");
        for (String role : List.of("Client", "Peer", "Admin", "Orderer")) {
            units.append("  %sOUIdentifier: {Certificate: cacerts/ca.pem, OrganizationalUnitIdentifier: %s}\n"
                    .formatted(role, role.toLowerCase(Locale.ROOT)));
        }
        write(folder.resolve("config.yaml"), ByteString.copyFromUtf8(units.toString()));
    }

    private static void write(Path file, ByteString content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content.toByteArray());
    }

    private String settings(String mspId) {
        return """
                peer:
                  id: judge
                  networkId: judged
                  listenAddress: 127.0.0.1:%1$d
                  address: 127.0.0.1:%1$d
                  chaincodeListenAddress: 127.0.0.1:%2$d
                  chaincodeAddress: 127.0.0.1:%2$d
                  localMspId: %3$s
                  mspConfigPath: %4$s/msp
                  fileSystemPath: %4$s/data
                  gateway: {enabled: false}
                  keepalive: {interval: 7200s, timeout: 20s, minInterval: 60s, client: {interval: 60s, timeout: 20s}, deliveryClient: {interval: 60s, timeout: 20s}}
                  gossip:
                    bootstrap: 127.0.0.1:%1$d
                    useLeaderElection: false
                    orgLeader: true
                    pvtData: {pullRetryThreshold: 0s, transientstoreMaxBlockRetention: 20000, pushAckTimeout: 3s, btlPullMargin: 10, reconcileBatchSize: 10, reconcileSleepInterval: 60m, reconciliationEnabled: false, skipPullingInvalidTransactionsDuringCommit: true, implicitCollectionDisseminationPolicy: {requiredPeerCount: 0, maxPeerCount: 1}}
                    state: {enabled: false}
                  tls: {enabled: false}
                  authentication: {timewindow: 15m}
                  BCCSP: {Default: SW, SW: {Hash: SHA2, Security: 256}}
                  client: {connTimeout: 3s}
                  deliveryclient: {blockGossipEnabled: false, reconnectTotalTimeThreshold: 3600s, connTimeout: 3s, reConnectBackoffThreshold: 1s, blockCensorshipTimeoutKey: 30s, minimalReconnectInterval: 100ms, policy: cluster}
                  handlers:
                    authFilters: [{name: DefaultAuth}, {name: ExpirationCheck}, {name: TimeWindowCheck}]
                    decorators: [{name: DefaultDecorator}]
                    endorsers: {escc: {name: DefaultEndorsement}}
                    validators: {vscc: {name: DefaultValidation}}
                  discovery: {enabled: false}
                vm: {endpoint: ""}
                chaincode:
                  externalBuilders: [{name: none, path: %4$s}]
                  installTimeout: 300s
                  startuptimeout: 300s
                  executetimeout: 30s
                  mode: net
                  system: {_lifecycle: enable, cscc: enable, lscc: enable, qscc: enable}
                ledger:
                  state: {stateDatabase: goleveldb, totalQueryLimit: 100000}
                  history: {enableHistoryDatabase: false}
                  pvtdataStore: {collElgProcMaxDbBatchSize: 5000, collElgProcDbBatchesInterval: 1000, deprioritizedDataReconcilerInterval: 60m, purgeInterval: 1, purgedKeyAuditLogging: false}
                  snapshots: {rootDir: %4$s/snapshots}
                operations: {listenAddress: "127.0.0.1:%5$d", tls: {enabled: false}}
                metrics: {provider: disabled}
                """.formatted(port, freePort(), mspId, home, freePort());
    }
}
