package org.countyledger.client;

import io.grpc.ChannelCredentials;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** One gateway peer and the one connection to it, shared by all identities. */
public final class Peer implements AutoCloseable {
    private static final int MAX_BLOCK_BYTES = 100 << 20;
    private static final int KEEP_ALIVE_MINUTES = 6;
    private static final int CLOSE_SECONDS = 2;

    private final String name;
    private final String organization;
    private final ManagedChannel channel;

    private Peer(String name, String organization, ManagedChannel channel) {
        this.name = name;
        this.organization = organization;
        this.channel = channel;
    }

    /** Connects lazily: the peer need not be up. */
    public static Peer connect(PeerAddress address) {
        ManagedChannelBuilder<?> builder = Grpc.newChannelBuilder(address.address(), credentials(address))
                .maxInboundMessageSize(MAX_BLOCK_BYTES)
                .keepAliveTime(KEEP_ALIVE_MINUTES, TimeUnit.MINUTES);
        address.authority().ifPresent(builder::overrideAuthority);
        return new Peer(address.address(), address.organization(), builder.build());
    }

    /** A peer over a channel made elsewhere, e.g. in-process; closing the peer closes the channel. */
    public static Peer over(String name, String organization, ManagedChannel channel) {
        return new Peer(name, organization, channel);
    }

    private static ChannelCredentials credentials(PeerAddress address) {
        if (address.tlsRoot().isEmpty()) {
            return InsecureChannelCredentials.create();
        }
        try {
            return TlsChannelCredentials.newBuilder()
                    .trustManager(address.tlsRoot().get().toFile())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("TLS root of " + address.address() + " cannot be read", e);
        }
    }

    public String name() {
        return name;
    }

    public String organization() {
        return organization;
    }

    ManagedChannel channel() {
        return channel;
    }

    /** After a failure gRPC waits up to two minutes before it connects again; the next call may not wait that long. */
    void reconnectIfFailed() {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
    }

    @Override
    public void close() {
        channel.shutdown();
        try {
            if (!channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                channel.shutdownNow();
            }
        } catch (InterruptedException e) {
            channel.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
