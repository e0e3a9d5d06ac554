package org.countyledger.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerException;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;

/** The one stream of filtered blocks that tells every waiting operation its verdict. */
final class CommitStream implements AutoCloseable {
    private static final long UNPOSITIONED = -1;

    private final LedgerSettings settings;
    private final Connections connections;
    private final Lookup lookup;
    private final ClientIdentity reader;
    private final CommitTracker tracker = new CommitTracker();
    private final CountDownLatch positioned = new CountDownLatch(1);
    private final StreamLoop<FilteredBlock> loop;
    private long next = UNPOSITIONED;

    CommitStream(LedgerSettings settings, Connections connections, Lookup lookup, ClientIdentity reader) {
        this.settings = settings;
        this.connections = connections;
        this.lookup = lookup;
        this.reader = reader;
        this.loop = new StreamLoop<>(
                "commit stream", connections, settings.retries().stalePause(), new StreamLoop.Reader<>() {
                    @Override
                    public CloseableIterator<FilteredBlock> open(Peer peer) {
                        return openAt(peer);
                    }

                    @Override
                    public void accept(FilteredBlock block) {
                        announce(block);
                    }
                });
    }

    void start() {
        loop.start();
    }

    /**
     * Waits for the verdict on a transaction that is about to be sent. The stream must know from where it reads, or the
     * block might pass before; if no peer answers that for a while, the direct question to a peer takes its place.
     */
    CompletableFuture<Committed> register(String txId) {
        CompletableFuture<Committed> seen = tracker.register(txId);
        try {
            Duration limit = settings.deadlines().statusCheck();
            boolean unused = positioned.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tracker.forget(txId);
            throw new Stopped();
        }
        return seen;
    }

    Optional<String> trouble() {
        return loop.trouble();
    }

    void forget(String txId) {
        tracker.forget(txId);
    }

    /** From the last known block on: coming again it changes nothing, and shows that blocks flow. */
    private CloseableIterator<FilteredBlock> openAt(Peer peer) {
        if (next == UNPOSITIONED) {
            next = height();
            positioned.countDown();
        }
        Network network = connections.gateway(reader, peer).getNetwork(settings.channel());
        return network.newFilteredBlockEventsRequest()
                .startBlock(Math.max(0, next - 1))
                .build()
                .getEvents();
    }

    private long height() {
        try {
            return lookup.height(reader);
        } catch (LedgerException e) {
            throw new IllegalStateException("the height of the chain is not known yet: " + e.getMessage(), e);
        }
    }

    private void announce(FilteredBlock block) {
        for (FilteredTransaction transaction : block.getFilteredTransactionsList()) {
            tracker.committed(
                    transaction.getTxid(),
                    new Committed(transaction.getTxValidationCodeValue() & 0xff, block.getNumber()));
        }
        next = block.getNumber() + 1;
    }

    @Override
    public void close() {
        loop.close();
    }
}
