package org.countyledger.network.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProbeTest {
    private int status = 200;
    private int port;
    private Runnable close = () -> {};

    @BeforeEach
    void serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        port = server.getAddress().getPort();
        close = () -> server.stop(0);
    }

    @AfterEach
    void stopServing() {
        close.run();
    }

    @Test
    void aServiceThatSaysItIsWellAnswers() {
        assertThat(health().trouble()).isEmpty();
        assertThat(Probe.listening(List.of(new Port("127.0.0.1", port, "test"))).trouble())
                .isEmpty();
    }

    @Test
    void aServiceThatSaysItIsUnwellDoesNot() {
        status = 503;

        assertThat(health().trouble()).contains("http://127.0.0.1:" + port + "/health answers 503");
    }

    @Test
    void whereNobodyListensThereIsTrouble() {
        close.run();

        assertThat(health().trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("does not answer"));
        assertThat(Probe.listening(List.of(new Port("127.0.0.1", port, "test"))).trouble())
                .isPresent();
    }

    private Probe health() {
        return Probe.http(URI.create("http://127.0.0.1:" + port + "/health"));
    }
}
