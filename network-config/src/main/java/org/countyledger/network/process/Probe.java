package org.countyledger.network.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a process answers. */
@FunctionalInterface
public interface Probe {
    /** How long one answer may take. */
    Duration LIMIT = Duration.ofSeconds(2);

    /** What is wrong; empty where the process answers. */
    Optional<String> trouble();

    /** Answers when every port takes connections. */
    static Probe listening(List<Port> ports) {
        return () -> ports.stream().flatMap(port -> connect(port).stream()).findFirst();
    }

    private static Optional<String> connect(Port port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(port.host(), port.number()), Math.toIntExact(LIMIT.toMillis()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("port " + port.number() + ": " + e.getMessage());
        }
    }

    /** Answers when this page is served with status 200. */
    static Probe http(URI page) {
        return new HttpProbe(page);
    }
}
