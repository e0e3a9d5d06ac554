package org.countyledger.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.client.Gateway;

/** The peers in the order in which they are worth trying, and one light gateway for each identity on each of them. */
final class Connections implements AutoCloseable {
    private static final long AVOID_NANOS = Duration.ofSeconds(2).toNanos();

    private final List<Peer> peers;
    private final Map<Peer, Long> failedAtNanos = new ConcurrentHashMap<>();
    private final Map<Lane, Gateway> gateways = new ConcurrentHashMap<>();

    private record Lane(Peer peer, String subject) {}

    Connections(List<Peer> peers) {
        if (peers.isEmpty()) {
            throw new IllegalArgumentException("at least one peer is needed");
        }
        this.peers = List.copyOf(peers);
    }

    /** All peers as configured, but those that failed just now last, and of these the latest failure last. */
    List<Peer> inOrder() {
        return peers.stream()
                .sorted(Comparator.comparingLong(this::recentFailure))
                .toList();
    }

    /** Of these, only one organisation's, if one is named. */
    List<Peer> inOrder(Optional<String> mspId) {
        return inOrder().stream()
                .filter(peer -> mspId.isEmpty() || mspId.get().equals(peer.organization()))
                .toList();
    }

    void failed(Peer peer) {
        failedAtNanos.put(peer, System.nanoTime());
    }

    private long recentFailure(Peer peer) {
        Long at = failedAtNanos.get(peer);
        return at != null && System.nanoTime() - at < AVOID_NANOS ? at : Long.MIN_VALUE;
    }

    Gateway gateway(ClientIdentity identity, Peer peer) {
        peer.reconnectIfFailed();
        return gateways.computeIfAbsent(new Lane(peer, identity.subject()), lane -> connect(identity, peer));
    }

    /** Of somebody who signs elsewhere it carries what is signed already. */
    private static Gateway connect(ClientIdentity identity, Peer peer) {
        Gateway.Builder gateway =
                Gateway.newInstance().identity(identity.x509()).connection(peer.channel());
        return (identity.hasKey() ? gateway.signer(identity.signer()) : gateway).connect();
    }

    /** A gateway for what needs no peer: building proposals and signing. */
    Gateway local(ClientIdentity identity) {
        return gateway(identity, peers.getFirst());
    }

    @Override
    public void close() {
        gateways.values().forEach(Gateway::close);
        peers.forEach(Peer::close);
    }
}
