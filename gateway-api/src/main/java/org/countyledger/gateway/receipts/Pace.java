package org.countyledger.gateway.receipts;

import java.time.Duration;

/**
 * When an answer goes out that must not say by its time what was found: at the next of fixed moments after the request.
 */
final class Pace {
    static final Duration STEP = Duration.ofMillis(50);

    private final long beganNanos = System.nanoTime();

    private Pace() {}

    static Pace start() {
        return new Pace();
    }

    /** Waits on a virtual thread, which holds nothing up. */
    void awaitNextStep() {
        long elapsed = System.nanoTime() - beganNanos;
        try {
            Thread.sleep(Duration.ofNanos(STEP.toNanos() - elapsed % STEP.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
