package org.countyledger.gateway.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.countyledger.client.BlockFollower;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.BlockSink;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.Checkpoint;
import org.jspecify.annotations.Nullable;

/** Reads one stretch of the chain, in portions. */
final class ChainReading implements BlockSink {
    private static final int PORTION_TRANSACTIONS = 1000;
    private static final int PORTION_BLOCKS = 1000;
    private static final Duration SILENCE_LIMIT = Duration.ofMinutes(1);

    private final long end;
    private final Consumer<List<BlockSummary>> taker;
    private final CompletableFuture<Checkpoint> done = new CompletableFuture<>();
    private final List<BlockSummary> portion = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Void> taken = CompletableFuture.completedFuture(null);
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
        if (isAtEnd()) {
            return last.orElseThrow();
        }
        try (threads;
                BlockFollower follower = client.follow("rebuild", this)) {
            return await(follower);
        }
    }

    private boolean isAtEnd() {
        return last.filter(checkpoint -> checkpoint.block() >= end).isPresent();
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
        if (done.isDone() || isAtEnd()) {
            return;
        }
        portion.add(block);
        last = Optional.of(new Checkpoint(block.number(), block.hash()));
        transactions.addAndGet(block.transactions().size());
        if (isFull() || block.number() == end) {
            hand();
        }
        if (block.number() == end) {
            Checkpoint reached = last.get();
            CompletableFuture<Void> unused = taken.whenComplete((nothing, failure) -> finish(reached, failure));
        }
    }

    private void finish(Checkpoint reached, @Nullable Throwable failure) {
        if (failure == null) {
            done.complete(reached);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private boolean isFull() {
        return portion.size() >= PORTION_BLOCKS
                || portion.stream().mapToInt(held -> held.transactions().size()).sum() >= PORTION_TRANSACTIONS;
    }

    /** One portion is taken while the next is read. */
    private void hand() {
        try {
            taken.join();
            List<BlockSummary> full = List.copyOf(portion);
            taken = CompletableFuture.runAsync(() -> taker.accept(full), threads);
            portion.clear();
        } catch (CompletionException e) {
            done.completeExceptionally(e);
            throw e;
        }
    }
}
