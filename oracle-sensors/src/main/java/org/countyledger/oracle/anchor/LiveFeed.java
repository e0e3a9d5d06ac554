package org.countyledger.oracle.anchor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.countyledger.oracle.settings.OracleSettings;
import org.countyledger.oracle.window.Closing;
import org.countyledger.oracle.window.Reach;
import org.springframework.stereotype.Component;

/** Windows of live readings that are complete. */
@Component
final class LiveFeed {
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final ReadingStore readings;
    private final Closing closing;
    private final Clock clock;

    LiveFeed(ReadingStore readings, OracleSettings settings, Clock clock) {
        this.readings = readings;
        this.closing = new Closing(settings.oracle().grace(), settings.oracle().settle());
        this.clock = clock;
    }

    /** What is to be done now, or when to look again. */
    record Look(Optional<Order> order, Duration again) {}

    Look look(Standing standing) {
        Instant now = clock.instant();
        ReadingStore.Pending pending =
                readings.pending(standing.header().id(), standing.view().nextWindow());
        Closing.Waiting waiting = new Closing.Waiting(pending.newest(), pending.arrived());
        Optional<Order> order = closing.last(standing.view(), waiting, now).map(closed -> order(standing, closed, now));
        return new Look(order, again(standing, waiting, now));
    }

    private static Order order(Standing standing, long closed, Instant now) {
        Reach reach = Reach.of(standing.view(), standing.air(), closed, now);
        return new Order(reach.last(), reach.ingest(), reach.lastOfFile(), Optional.empty(), Map.of());
    }

    private Duration again(Standing standing, Closing.Waiting waiting, Instant now) {
        if (waiting.newest().isEmpty() && !Closing.isPresent(standing.view(), now)) {
            return IDLE;
        }
        Duration next = closing.untilNext(standing.view(), waiting, now);
        if (next.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return next.compareTo(IDLE) < 0 ? next : IDLE;
    }
}
