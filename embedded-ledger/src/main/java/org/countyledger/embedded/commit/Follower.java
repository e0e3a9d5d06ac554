package org.countyledger.embedded.commit;

import java.util.ArrayDeque;
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

    synchronized void tell(Told told) {
        if (isFrozen) {
            missed.add(told);
        } else {
            pass(told);
        }
    }

    /** Height before waiters: whoever is told must be able to see the block. */
    private void pass(Told told) {
        progress.publish(told.height());
        told.results().forEach(waiters::complete);
    }

    public synchronized void freeze() {
        isFrozen = true;
    }

    public synchronized void thaw() {
        isFrozen = false;
        while (!missed.isEmpty()) {
            pass(missed.remove());
        }
    }

    /** Ends every wait. */
    public void end(Throwable cause) {
        progress.close();
        waiters.fail(cause);
    }
}
