package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real transport. */
class PeerTest {
    @TempDir
    private Path files;

    private final FakePeer peer = new FakePeer(new FakeLedger());
    private Optional<Server> server = Optional.empty();

    @AfterEach
    void close() {
        server.ifPresent(Server::shutdownNow);
        peer.close();
    }

    @Test
    void a_peer_is_reached_over_tls_under_the_name_in_its_certificate() throws IOException {
        String address = listen(TlsServerCredentials.create(stream(TestIdentities.certificatePem()), key()));
        Path root = Files.writeString(files.resolve("ca.pem"), TestIdentities.certificatePem());

        assertThat(evaluate(new PeerAddress(
                        TestIdentities.MSP, address, Optional.of(root), Optional.of(TestIdentities.HOST))))
                .isEqualTo("{}");
    }

    @Test
    void a_peer_with_another_name_is_not_believed() throws IOException {
        String address = listen(TlsServerCredentials.create(stream(TestIdentities.certificatePem()), key()));
        Path root = Files.writeString(files.resolve("ca.pem"), TestIdentities.certificatePem());

        assertThatThrownBy(() -> evaluate(
                        new PeerAddress(TestIdentities.MSP, address, Optional.of(root), Optional.of("someone.else"))))
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(e.failure()).isInstanceOf(LedgerFailure.Unavailable.class));
    }

    @Test
    void without_a_root_the_connection_is_plain() throws IOException {
        String address = listen(InsecureServerCredentials.create());

        assertThat(evaluate(new PeerAddress(TestIdentities.MSP, address, Optional.empty(), Optional.empty())))
                .isEqualTo("{}");
    }

    @Test
    void a_missing_root_is_said_before_anything_is_connected() {
        PeerAddress address = new PeerAddress(
                TestIdentities.MSP, "localhost:1", Optional.of(files.resolve("none.pem")), Optional.empty());

        assertThatThrownBy(() -> Peer.connect(address))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("localhost:1");
    }

    private String listen(ServerCredentials credentials) throws IOException {
        Server started = Grpc.newServerBuilderForPort(0, credentials)
                .addService(peer)
                .addService(peer.deliver())
                .build()
                .start();
        server = Optional.of(started);
        return "localhost:" + started.getPort();
    }

    private static String evaluate(PeerAddress address) {
        try (LedgerClient client = LedgerClient.open(
                Harness.settings(),
                List.of(Peer.connect(address)),
                TestIdentities.clerk(),
                new InMemoryOperationStore())) {
            return new String(client.evaluate(TestIdentities.CLERK, Query.of("policies")), StandardCharsets.UTF_8);
        }
    }

    private static ByteArrayInputStream key() {
        return stream(TestIdentities.keyPem());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
