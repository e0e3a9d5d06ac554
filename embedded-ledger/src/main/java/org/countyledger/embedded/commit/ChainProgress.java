package org.countyledger.embedded.commit;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The height that readers may see; streams wait on it for the next block. */
public final class ChainProgress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long height;
    private volatile boolean closed;

    public long height() {
        return height;
    }

    public void publish(long newHeight) {
        lock.lock();
        try {
            height = newHeight;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits without limit until the block is there; false if the ledger closes first. The caller is interrupted to end. */
    public boolean awaitBlock(long number) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (height <= number && !closed) {
                grown.await();
            }
            return height > number;
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
