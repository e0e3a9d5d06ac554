package org.countyledger.oracle.window;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Ingest;

/**
 * Which values and times a datastream takes at a moment. The ages are those of the policy version that it was opened under.
 *
 * @param now time of arrival
 */
public record Limits(DatastreamView datastream, PolicyVersion air, Ingest ingest, Instant now) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(10_000);
    private static final int MILLI_DIGITS = 3;

    /** What is wrong with a value, in the datastream's unit. */
    public static Optional<Refusal> ofValue(BigDecimal value) {
        if (value.signum() < 0) {
            return Optional.of(Refusal.VALUE_NEGATIVE);
        }
        if (value.compareTo(HIGHEST) > 0) {
            return Optional.of(Refusal.VALUE_TOO_HIGH);
        }
        return value.stripTrailingZeros().scale() > MILLI_DIGITS
                ? Optional.of(Refusal.VALUE_TOO_PRECISE)
                : Optional.empty();
    }

    /** A value that {@link #ofValue} finds nothing wrong with, in thousandths. */
    public static long milli(BigDecimal value) {
        return value.movePointRight(MILLI_DIGITS).longValueExact();
    }

    /** What is wrong with a phenomenon time. */
    public Optional<Refusal> ofTime(Instant at) {
        if (at.isBefore(datastream.start(0))) {
            return Optional.of(Refusal.TIME_BEFORE_FIRST_WINDOW);
        }
        return switch (ingest) {
            case LIVE -> ofLiveTime(at);
            case BACKFILL ->
                datastream.end(window(at)).isAfter(now) ? Optional.of(Refusal.TIME_IN_FUTURE) : Optional.empty();
        };
    }

    private Optional<Refusal> ofLiveTime(Instant at) {
        if (at.isAfter(now.plusSeconds(seconds("future.seconds")))) {
            return Optional.of(Refusal.TIME_IN_FUTURE);
        }
        return at.isBefore(now.minusSeconds(seconds("live.maxAge.seconds")))
                ? Optional.of(Refusal.TIME_TOO_OLD)
                : Optional.empty();
    }

    private long seconds(String entry) {
        return air.integer(entry).orElseThrow();
    }

    /** Number of the window that holds this moment. */
    public long window(Instant at) {
        return number(datastream, at);
    }

    /** Number of the window that holds this moment, negative before the first. */
    public static long number(DatastreamView datastream, Instant at) {
        long seconds = Duration.between(datastream.start(0), at).toSeconds();
        return Math.floorDiv(seconds, datastream.periodSeconds());
    }
}
