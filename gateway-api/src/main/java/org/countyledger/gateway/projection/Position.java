package org.countyledger.gateway.projection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.Operation;
import org.springframework.stereotype.Component;

/** How far the projection got. Whoever wrote something waits here until it can be read. */
@Component
public final class Position {
    static final long NOTHING = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long block = NOTHING;

    /** The last block that is written down; -1 before the first. */
    public long block() {
        return block;
    }

    void reached(long newBlock) {
        lock.lock();
        try {
            block = newBlock;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a little until what the operation wrote can be read; there is nothing to wait for unless it is in a block. */
    public void awaitReadable(Operation operation) {
        operation.lastAttempt().committed().map(Committed::block).ifPresent(written -> await(written, PATIENCE));
    }

    /** Waits until the block is written down, or answers false after the limit. */
    public boolean await(long wanted, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (block < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
            return block >= wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
