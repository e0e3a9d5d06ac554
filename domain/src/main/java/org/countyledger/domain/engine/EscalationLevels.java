package org.countyledger.domain.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.time.DueDate;
import org.countyledger.domain.time.WorkCalendar;

/**
 * From when on a clock is overdue at each level (domain.md 3.4): at due; then after l2 and l3, which for periods shorter
 * than a day are twice the period and the hours of {@code short.l3}. Where l2 and l3 are seconds they hold for every
 * clock.
 */
final class EscalationLevels {
    private static final Duration DAY = Duration.ofDays(1);

    private final PolicyVersion policy;
    private final WorkCalendar calendar;

    EscalationLevels(PolicyVersion policy, WorkCalendar calendar) {
        this.policy = policy;
        this.calendar = calendar;
    }

    /** Empty if the policy does not say; provisional if it counts days of a year that is not published. */
    Optional<DueDate> from(Clock clock, int level) {
        Instant due = clock.dueAt().plusSeconds(policy.integer("grace.seconds").orElse(0L));
        return switch (level) {
            case 1 -> Optional.of(exactly(due));
            case 2 -> policy.period("l2").map(period -> second(clock, due, period.period()));
            default -> policy.period("l3").map(period -> third(clock, due, period.period()));
        };
    }

    private DueDate second(Clock clock, Instant due, Period period) {
        if (isShort(clock, period)) {
            long factor = policy.integer("short.l2.factor").orElse(2L);
            return exactly(due.plus(length(clock).multipliedBy(factor - 1)));
        }
        return after(due, period);
    }

    private DueDate third(Clock clock, Instant due, Period period) {
        return isShort(clock, period)
                ? exactly(due.plus(
                        Duration.ofHours(policy.integer("short.l3.hours").orElse(24L))))
                : after(due, period);
    }

    private static boolean isShort(Clock clock, Period level) {
        return !level.unit().isFromTheMoment() && length(clock).compareTo(DAY) < 0;
    }

    /** What the policy gave, however long a pause drew it out. */
    private static Duration length(Clock clock) {
        Period period = clock.period();
        return switch (period.unit()) {
            case s -> Duration.ofSeconds(period.value());
            case min -> Duration.ofMinutes(period.value());
            case h -> Duration.ofHours(period.value());
            case d24, d, wd, mo -> DAY;
        };
    }

    /** Days begin to count on the day that was the last in time. */
    private DueDate after(Instant due, Period period) {
        boolean moment = period.unit().isFromTheMoment();
        return DueDate.of(moment ? due : due.minusSeconds(1), period, false, calendar);
    }

    private static DueDate exactly(Instant moment) {
        return new DueDate(moment, Optional.empty());
    }
}
