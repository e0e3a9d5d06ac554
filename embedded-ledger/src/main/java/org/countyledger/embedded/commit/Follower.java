package org.countyledger.embedded.commit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** What one reader of the chain has been told; while it is frozen it hears nothing, and afterwards all it has missed. */
public final class Follower {
    private final ChainProgress progress = new ChainProgress();
    private final CommitWaiters waiters = new CommitWaiters();
    private final Queue<Told> missed = new ArrayDeque<>();
    private boolean isFrozen;

    /** A committed block by the height it leads to, and what became of its transactions. */
    record Told(long height, Map<String, CommitResult> results) {}

    public ChainProgress progress() {
        return progress;
    }

    public CommitWaiters waiters() {
        return waiters;
    }

    /**
     * Tells all of a block. Every one of them sees it before anybody's waiter is woken: a commit reaches all organisations
     * at once, so who learns of it at one may ask the next about it.
     */
    static void tellAll(List<Follower> followers, Told told) {
        followers.stream().filter(follower -> follower.show(told)).toList().forEach(follower -> follower.wake(told));
    }

    /** False while frozen: then it is told later. */
    private synchronized boolean show(Told told) {
        if (isFrozen) {
            missed.add(told);
        } else {
            progress.publish(told.height());
        }
        return !isFrozen;
    }

    private void wake(Told told) {
        told.results().forEach(waiters::complete);
    }

    public synchronized void freeze() {
        isFrozen = true;
    }

    public synchronized void thaw() {
        isFrozen = false;
        while (!missed.isEmpty()) {
            Told told = missed.remove();
            progress.publish(told.height());
            wake(told);
        }
    }

    /** Ends every wait. */
    public void end(Throwable cause) {
        progress.close();
        waiters.fail(cause);
    }
}
