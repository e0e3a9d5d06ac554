package org.countyledger.embedded;

import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.countyledger.embedded.channel.TlsCredentials;
import org.countyledger.embedded.channel.TlsMaterial;

/** The same services in-process and, where a port is given, on the network. */
final class LedgerServer implements AutoCloseable {
    private static final int MAX_MESSAGE_BYTES = 100 << 20;
    private static final long KEEP_ALIVE_SECONDS = 10;
    private static final long CLOSE_MILLIS = 500;

    private final Server inProcess;
    private final Optional<Server> network;
    private final ManagedChannel channel;
    private final SwitchedServices services;

    private LedgerServer(
            Server inProcess, Optional<Server> network, ManagedChannel channel, SwitchedServices services) {
        this.inProcess = inProcess;
        this.network = network;
        this.channel = channel;
        this.services = services;
    }

    /** Where a server listens; a negative port means in-process only. {@code whose} names it in errors. */
    record Place(String whose, String host, int port, Optional<TlsMaterial> tls) {}

    static LedgerServer start(Place place, List<BindableService> initial, Executor executor) throws IOException {
        String whose = place.whose();
        int port = place.port();
        SwitchedServices services = new SwitchedServices(whose, initial);
        Optional<Server> network = Optional.empty();
        if (port >= 0) {
            NettyServerBuilder builder = builder(whose, new InetSocketAddress(place.host(), port), place.tls());
            network = Optional.of(started(builder, services, executor, whose + " on " + place.host() + ":" + port));
        }
        String name = "embedded-ledger-" + UUID.randomUUID();
        Server inProcess = started(InProcessServerBuilder.forName(name), services, executor, whose);
        ManagedChannel channel =
                InProcessChannelBuilder.forName(name).executor(executor).build();
        return new LedgerServer(inProcess, network, channel, services);
    }

    private static NettyServerBuilder builder(String whose, InetSocketAddress address, Optional<TlsMaterial> tls)
            throws IOException {
        try {
            ServerCredentials credentials =
                    tls.isEmpty() ? InsecureServerCredentials.create() : TlsCredentials.server(tls.get());
            return NettyServerBuilder.forAddress(address, credentials)
                    .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                    .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                    .permitKeepAliveWithoutCalls(true);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("The TLS certificate and key of " + whose + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Server started(ServerBuilder<?> builder, SwitchedServices services, Executor executor, String what)
            throws IOException {
        builder.fallbackHandlerRegistry(services).intercept(services.interceptor());
        try {
            return builder.executor(executor).build().start();
        } catch (IOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("The server of " + what + " cannot start: " + cause.getMessage(), e);
        }
    }

    SwitchedServices services() {
        return services;
    }

    ManagedChannel channel() {
        return channel;
    }

    /** The port on the network, if there is one. */
    Optional<Integer> port() {
        return network.map(Server::getPort);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        inProcess.shutdown();
        network.ifPresent(Server::shutdown);
        try {
            if (network.isPresent() && !network.get().awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                network.get().shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inProcess.shutdownNow();
        network.ifPresent(Server::shutdownNow);
        try {
            channel.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            inProcess.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
