package org.countyledger.chaincode;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what time brings about, with a limit. */
final class Eventually {
    private static final long LIMIT_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private Eventually() {}

    static void holds(Runnable assertion) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (System.nanoTime() < end) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        assertion.run();
    }
}
