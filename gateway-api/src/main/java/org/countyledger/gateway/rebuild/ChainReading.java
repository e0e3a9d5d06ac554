package org.countyledger.gateway.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.countyledger.client.BlockFollower;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.BlockSink;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.Checkpoint;

/** Reads one stretch of the chain, in portions. */
final class ChainReading implements BlockSink {
    private static final int PORTION_TRANSACTIONS = 1000;
    private static final int PORTION_BLOCKS = 1000;
    private static final Duration SILENCE_LIMIT = Duration.ofMinutes(1);

    private final long end;
    private final Consumer<List<BlockSummary>> taker;
    private final CompletableFuture<Checkpoint> done = new CompletableFuture<>();
    private final List<BlockSummary> portion = new ArrayList<>();
    private volatile Optional<Checkpoint> last;
    private final AtomicLong transactions = new AtomicLong();

    /**
     * A reading that has not begun.
     *
     * @param after the last block that was read before
     * @param end number of the last block to be read
     * @param taker gets every block once, in order
     */
    ChainReading(Optional<Checkpoint> after, long end, Consumer<List<BlockSummary>> taker) {
        this.last = after;
        this.end = end;
        this.taker = taker;
    }

    /**
     * Reads to the end.
     *
     * @return the last block
     * @throws RebuildException if no block comes for a minute
     */
    Checkpoint run(LedgerClient client) {
        if (last.filter(checkpoint -> checkpoint.block() >= end).isPresent()) {
            return last.get();
        }
        try (BlockFollower follower = client.follow("rebuild", this)) {
            return await(follower);
        }
    }

    private Checkpoint await(BlockFollower follower) {
        while (true) {
            Optional<Checkpoint> before = last;
            try {
                return done.get(SILENCE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (last.equals(before)) {
                    throw new RebuildException("No peer sends blocks"
                            + follower.trouble().map(trouble -> ": " + trouble).orElse(""));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RebuildException("Interrupted", e);
            } catch (ExecutionException e) {
                throw new RebuildException(
                        "Blocks after " + before.map(Checkpoint::block).orElse(-1L) + " could not be taken", e);
            }
        }
    }

    /** Transactions of all kinds that were read so far. */
    long transactions() {
        return transactions.get();
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return last;
    }

    @Override
    public void write(BlockSummary block) {
        if (done.isDone()) {
            return;
        }
        portion.add(block);
        last = Optional.of(new Checkpoint(block.number(), block.hash()));
        transactions.addAndGet(block.transactions().size());
        if (isFull() || block.number() == end) {
            hand();
        }
        if (block.number() == end) {
            done.complete(last.get());
        }
    }

    private boolean isFull() {
        return portion.size() >= PORTION_BLOCKS
                || portion.stream().mapToInt(held -> held.transactions().size()).sum() >= PORTION_TRANSACTIONS;
    }

    private void hand() {
        try {
            taker.accept(List.copyOf(portion));
            portion.clear();
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
            throw e;
        }
    }
}
