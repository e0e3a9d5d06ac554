package org.countyledger.domain.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A legal clock of a record (domain.md 3.3). Only rows of the tables move it.
 *
 * @param n 1 for the first start of this name, then 2…
 * @param dueAt the moment up to which the act is in time
 * @param basis the policy entry that gave the period, as {@code policy.entry@version}
 * @param window a resident's time to act: it elapses and is never overdue
 * @param period what the entry said, so that a pause can keep what remains
 * @param pause while paused or after a pause
 * @param provisional while the due date needs a year whose calendar is not published
 */
public record Clock(
        String name,
        int n,
        Instant startedAt,
        Instant dueAt,
        String basis,
        boolean window,
        Period period,
        State state,
        Optional<Pause> pause,
        Optional<Provisional> provisional) {

    /** How a clock stands. Overdue is not a state: it is RUNNING after dueAt, proved by an overlay. */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        MET_LATE,
        CANCELLED
    }

    /** A number of units, e.g. 30 {@code wd}. */
    public record Period(long value, Unit unit) {}

    /** Units of policy entries (domain.md 3.3). */
    public enum Unit {
        /** Seconds, minutes and hours from the moment. */
        s,
        min,
        h,
        /** Days of 24 hours from the moment, for notices. */
        d24,
        /** Calendar days; the first is not counted; ends at 24:00. */
        d,
        /** Working days, likewise. */
        wd,
        /** Months, to the corresponding day, likewise. */
        mo;

        public boolean isFromTheMoment() {
            return this == s || this == min || this == h || this == d24;
        }

        /** Whether so many of them are a period: none, or up to a hundred years. */
        public boolean allows(long value) {
            long most = switch (this) {
                case s -> 100 * 366 * 86_400L;
                case min -> 100 * 366 * 1440L;
                case h -> 100 * 366 * 24L;
                case d24, d, wd -> 100 * 366L;
                case mo -> 100 * 12L;
            };
            return value >= 0 && value <= most;
        }
    }

    /**
     * A pause by a row.
     *
     * @param since absent once it is over
     * @param left what remained when it began: seconds, or working days; negative seconds if it was late already
     * @param total how long all pauses lasted
     */
    public record Pause(Optional<Instant> since, String code, long left, Duration total) {
        public boolean beganLate() {
            return left < 0;
        }
    }

    /**
     * A due date that is only an estimate (architecture.md, rule 8).
     *
     * @param workingDaysLeft working days still to be counted after calendarThrough; 0 if only the last day is unsure
     * @param calendarThrough last day of the calendars that are there
     */
    public record Provisional(long workingDaysLeft, LocalDate calendarThrough) {}

    public boolean isLive() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** Whether time is over without the act; a paused clock is late if it was when the pause began. */
    public boolean isPast(Instant at) {
        return switch (state) {
            case RUNNING -> at.isAfter(dueAt);
            case PAUSED -> pause.filter(Pause::beganLate).isPresent();
            case MET, MET_LATE, CANCELLED -> false;
        };
    }

    public Clock with(State newState) {
        return new Clock(name, n, startedAt, dueAt, basis, window, period, newState, pause, provisional);
    }

    public Clock with(Instant newDueAt, Optional<Provisional> newProvisional) {
        return new Clock(name, n, startedAt, newDueAt, basis, window, period, state, pause, newProvisional);
    }

    public Clock paused(Pause newPause) {
        return new Clock(
                name, n, startedAt, dueAt, basis, window, period, State.PAUSED, Optional.of(newPause), provisional);
    }

    public Clock resumed(Pause over, Instant newDueAt) {
        return new Clock(
                name, n, startedAt, newDueAt, basis, window, period, State.RUNNING, Optional.of(over), provisional);
    }
}
