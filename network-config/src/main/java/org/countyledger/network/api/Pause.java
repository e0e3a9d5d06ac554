package org.countyledger.network.api;

import java.time.Duration;
import org.countyledger.network.CountyException;

/** Waits between two looks. */
public final class Pause {
    private Pause() {}

    /** Returns after this time. */
    public static void forAWhile(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted", e);
        }
    }
}
