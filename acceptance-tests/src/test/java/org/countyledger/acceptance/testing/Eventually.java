package org.countyledger.acceptance.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until what must become true is true, and says what was seen last where it does not in time. */
public final class Eventually {
    private static final long LOOK_MILLIS = 200;

    private Eventually() {}

    public static <T> T eventually(Duration limit, Supplier<T> look, Predicate<? super T> wanted) {
        Instant end = Instant.now().plus(limit);
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It did not become so within " + limit + "; last seen: " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    /** Lets a little time pass between two looks. */
    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
