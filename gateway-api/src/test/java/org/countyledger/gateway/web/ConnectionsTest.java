package org.countyledger.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.http.HttpStatus;

class ConnectionsTest {
    private static final int MOST = 3;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private final NettyReactiveWebServerFactory factory = new NettyReactiveWebServerFactory(0);
    private final List<Socket> held = new ArrayList<>();
    private WebServer server =
            new NettyReactiveWebServerFactory(0).getWebServer((request, response) -> response.setComplete());

    @BeforeEach
    void start() {
        LimitSettings settings = new LimitSettings(1000, 1000, MOST, Duration.ofSeconds(30));
        new Connections(settings, registry).customize(factory);
        factory.setAddress(InetAddress.getLoopbackAddress());
        server = factory.getWebServer((request, response) -> {
            response.setStatusCode(HttpStatus.NO_CONTENT);
            return response.setComplete();
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
        server.stop();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        held.add(socket);
        return socket;
    }

    /** Whether a request on a new connection is answered. */
    private boolean isServed() throws IOException {
        Socket socket = connect();
        try {
            socket.getOutputStream().write(REQUEST);
            return socket.getInputStream().read() == 'H';
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void aConnectionCountsOnceHoweverManyRequestsItCarries() throws IOException {
        Socket socket = connect();
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (int i = 0; i < 3 * MOST; i++) {
            socket.getOutputStream().write(REQUEST);
            assertThat(answers.readLine()).startsWith("HTTP/1.1 204");
            while (!answers.readLine().isEmpty()) {
                assertThat(socket.isClosed()).isFalse();
            }
        }
        assertThat(registry.get("county.connections.open").gauge().value()).isEqualTo(1);
    }

    @Test
    void oneMoreConnectionThanAllowedIsClosedUnansweredUntilAnotherGoes() throws IOException {
        for (int i = 0; i < MOST; i++) {
            assertThat(isServed()).isTrue();
        }
        assertThat(isServed()).isFalse();
        held.getFirst().close();
        Awaitility.await().until(this::isServed);
    }
}
