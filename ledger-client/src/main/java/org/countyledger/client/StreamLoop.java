package org.countyledger.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event stream for ever: from one peer as long as that works, then from the next, always from the position
 * that the reader asks for. The client library itself never reconnects. A stream has no deadline; a dead connection is
 * found by keep-alive.
 */
final class StreamLoop<T> implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StreamLoop.class.getName());
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    /** The two ends of the stream. */
    interface Reader<T> {
        /** Opens the stream at the first block that is still wanted. */
        CloseableIterator<T> open(Peer peer);

        void accept(T block);
    }

    private final String name;
    private final Connections connections;
    private final Reader<T> reader;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable CloseableIterator<T> stream;
    private volatile @Nullable String trouble;

    StreamLoop(String name, Connections connections, Duration pause, Reader<T> reader) {
        this.name = name;
        this.connections = connections;
        this.reader = reader;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** What went wrong last, while nothing has been read since. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        try {
            while (!closed) {
                readFrom(connections.inOrder().getFirst());
                Waits.sleep(pause);
            }
        } catch (Stopped e) {
            LOG.log(Level.DEBUG, "{0} stopped", name);
        }
    }

    private void readFrom(Peer peer) {
        try (CloseableIterator<T> blocks = reader.open(peer)) {
            stream = blocks;
            while (!closed && blocks.hasNext()) {
                reader.accept(blocks.next());
                recovered();
            }
        } catch (GatewayRuntimeException | NoSuchElementException e) {
            connections.failed(peer);
            report(peer, e);
        } catch (Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            report(peer, e);
        } finally {
            stream = null;
        }
    }

    /** Logs the first trouble only; what follows until blocks flow again is the same outage. */
    private void report(Peer peer, RuntimeException e) {
        String now = peer + ": " + e.getMessage();
        if (!closed && trouble == null) {
            LOG.log(Level.WARNING, "{0} was interrupted at {1}; it goes on from where it was", name, now);
        }
        trouble = now;
    }

    private void recovered() {
        if (trouble != null) {
            LOG.log(Level.INFO, "{0} goes on", name);
            trouble = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        CloseableIterator<T> open = stream;
        if (open != null) {
            open.close();
        }
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
