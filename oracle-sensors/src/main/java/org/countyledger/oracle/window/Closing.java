package org.countyledger.oracle.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.sensing.DatastreamView;

/**
 * When live windows close: once their end is past by the grace, and either something later has come, or nothing has come
 * for the settling time. A datastream that is at the present also closes windows in which nothing came, so that gaps show.
 *
 * @param grace how long after a window's end its readings may still come
 * @param settle quiet time after which a feed's last window closes
 */
public record Closing(Duration grace, Duration settle) {
    private static final Duration PRESENT = Duration.ofDays(1);

    /**
     * What is there.
     *
     * @param newest the last window with a reading that is in no batch yet
     * @param arrived when live readings last came
     */
    public record Waiting(Optional<Long> newest, Instant arrived) {}

    /** The last window to close now; empty if even the next one stays open. */
    public Optional<Long> last(DatastreamView datastream, Waiting waiting, Instant now) {
        long next = datastream.nextWindow();
        long over = Limits.number(datastream, now.minus(grace)) - 1;
        long complete = waiting.newest()
                .map(newest -> isSettled(waiting, now) ? newest : newest - 1)
                .orElse(next - 1);
        long last = Math.min(over, isPresent(datastream, now) ? Math.max(over, complete) : complete);
        return last >= next ? Optional.of(last) : Optional.empty();
    }

    private boolean isSettled(Waiting waiting, Instant now) {
        return !now.isBefore(waiting.arrived().plus(settle));
    }

    /** Whether the windows of this datastream reach the present, so that it is watched though nothing comes. */
    public static boolean isPresent(DatastreamView datastream, Instant now) {
        return datastream.start(datastream.nextWindow()).isAfter(now.minus(PRESENT));
    }

    /** How long to wait before looking again, if nothing comes. */
    public Duration untilNext(DatastreamView datastream, Waiting waiting, Instant now) {
        Instant over = datastream.end(datastream.nextWindow()).plus(grace);
        Instant settled = waiting.arrived().plus(settle);
        Instant due = waiting.newest().isPresent() && settled.isAfter(over) ? settled : over;
        return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
    }
}
