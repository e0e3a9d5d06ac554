package org.countyledger.domain.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Provisional;

/**
 * When a period ends (Civil Code 201 to 203, domain.md 3.3). Units of the moment count on from it; days, working days and
 * months do not count the first day and end at 24:00 of the last. A resident's window whose last day is a rest day ends
 * with the next working day; an organ's duty does not move.
 *
 * @param provisional present if a year is needed that is not published; then {@code at} counts Monday to Friday
 */
public record DueDate(Instant at, Optional<Provisional> provisional) {

    public static DueDate of(Instant start, Period period, boolean window, WorkCalendar calendar) {
        LocalDate first = CountyTime.day(start);
        return switch (period.unit()) {
            case s -> exactly(start.plusSeconds(period.value()));
            case min -> exactly(start.plus(Duration.ofMinutes(period.value())));
            case h -> exactly(start.plus(Duration.ofHours(period.value())));
            case d24 -> exactly(start.plus(Duration.ofHours(Math.multiplyExact(24, period.value()))));
            case d -> lastDay(first.plusDays(period.value()), window, calendar);
            case mo -> lastDay(first.plusMonths(period.value()), window, calendar);
            case wd -> workingDays(first, period.value(), calendar);
        };
    }

    /** The end of {@code count} working days after {@code day}. */
    public static DueDate workingDays(LocalDate day, long count, WorkCalendar calendar) {
        LocalDate last = day;
        long left = count;
        while (left > 0) {
            LocalDate next = last.plusDays(1);
            Optional<Boolean> works = calendar.isWorkingDay(next);
            if (works.isEmpty()) {
                return estimate(last, left);
            }
            last = next;
            left -= works.get() ? 1 : 0;
        }
        return exactly(CountyTime.endOf(last));
    }

    /** How many working days lie after {@code from} up to and with {@code to}; unpublished days count by weekday. */
    public static long workingDaysBetween(LocalDate from, LocalDate to, WorkCalendar calendar) {
        return from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(day -> calendar.isWorkingDay(day).orElseGet(() -> !WorkYear.isWeekend(day)))
                .count();
    }

    private static DueDate lastDay(LocalDate day, boolean window, WorkCalendar calendar) {
        if (!window) {
            return exactly(CountyTime.endOf(day));
        }
        LocalDate last = day;
        while (true) {
            Optional<Boolean> works = calendar.isWorkingDay(last);
            if (works.isEmpty()) {
                return new DueDate(
                        CountyTime.endOf(nextWeekday(last)), Optional.of(new Provisional(0, last.minusDays(1))));
            }
            if (works.get()) {
                return exactly(CountyTime.endOf(last));
            }
            last = last.plusDays(1);
        }
    }

    private static DueDate estimate(LocalDate through, long left) {
        LocalDate last = through;
        for (long counted = 0; counted < left; counted++) {
            last = nextWeekday(last.plusDays(1));
        }
        return new DueDate(CountyTime.endOf(last), Optional.of(new Provisional(left, through)));
    }

    private static LocalDate nextWeekday(LocalDate day) {
        LocalDate next = day;
        while (WorkYear.isWeekend(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static DueDate exactly(Instant at) {
        return new DueDate(at, Optional.empty());
    }
}
