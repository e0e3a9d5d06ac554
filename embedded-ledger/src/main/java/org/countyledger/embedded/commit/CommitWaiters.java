package org.countyledger.embedded.commit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who waits for which transaction. Register before looking into the index, or a commit in between is missed. */
public final class CommitWaiters {
    private final ConcurrentHashMap<String, List<CompletableFuture<CommitResult>>> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable Throwable ended;

    public CompletableFuture<CommitResult> register(String transactionId) {
        CompletableFuture<CommitResult> waiter = new CompletableFuture<>();
        waiting.compute(transactionId, (id, waiters) -> {
            List<CompletableFuture<CommitResult>> all = waiters == null ? new CopyOnWriteArrayList<>() : waiters;
            all.add(waiter);
            return all;
        });
        Throwable end = ended;
        if (end != null) {
            waiter.completeExceptionally(end);
        }
        return waiter;
    }

    /** Forgets a waiter that is told already or gives up. */
    public void deregister(String transactionId, CompletableFuture<CommitResult> waiter) {
        waiter.cancel(false);
        waiting.computeIfPresent(transactionId, (id, waiters) -> {
            waiters.removeIf(CompletableFuture::isDone);
            return waiters.isEmpty() ? null : waiters;
        });
    }

    void complete(String transactionId, CommitResult result) {
        List<CompletableFuture<CommitResult>> waiters = waiting.remove(transactionId);
        if (waiters != null) {
            waiters.forEach(waiter -> waiter.complete(result));
        }
    }

    /** Ends every wait, also those to come, when nothing can be committed any more. */
    public void fail(Throwable cause) {
        ended = cause;
        for (String transactionId : waiting.keySet()) {
            List<CompletableFuture<CommitResult>> waiters = waiting.remove(transactionId);
            if (waiters != null) {
                waiters.forEach(waiter -> waiter.completeExceptionally(cause));
            }
        }
    }
}
