package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
final class Eventually {
    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            Waits.sleep(Duration.ofMillis(5));
        }
    }
}
