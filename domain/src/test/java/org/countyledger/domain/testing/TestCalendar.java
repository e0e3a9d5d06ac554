package org.countyledger.domain.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.WorkYear;

/** The days of 2026 as the State Council published them, and how a year is put in force. */
public final class TestCalendar {
    public static final WorkYear YEAR_2026 = new WorkYear(
            2026,
            days(
                    "2026-01-01/2026-01-03",
                    "2026-02-15/2026-02-23",
                    "2026-04-04/2026-04-06",
                    "2026-05-01/2026-05-05",
                    "2026-06-19/2026-06-21",
                    "2026-09-25/2026-09-27",
                    "2026-10-01/2026-10-07"),
            days("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"));

    /** A year of which only New Year is known to rest; good enough to count in January. */
    public static final WorkYear YEAR_2027 = new WorkYear(2027, days("2027-01-01/2027-01-03"), Set.of());

    private TestCalendar() {}

    /** Whether people work on this day of 2026, or on a weekday of another year. */
    public static boolean works(LocalDate day) {
        return !YEAR_2026.restDays().contains(day)
                && (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                        || YEAR_2026.workingWeekends().contains(day));
    }

    private static Set<LocalDate> days(String... ranges) {
        Set<LocalDate> days = new HashSet<>();
        for (String range : ranges) {
            LocalDate first = LocalDate.parse(range.substring(0, 10));
            LocalDate last = LocalDate.parse(range.substring(range.length() - 10));
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return days;
    }

    public static Target target(WorkYear year) {
        return new Target(Kind.WORK_CALENDAR, "TEST-" + year.year());
    }

    public static Act published(TestCounty county, WorkYear year) {
        return county.by(Officers.POLICY_OFFICER, target(year))
                .does("publish")
                .with("family", "TEST")
                .with("year", year.year())
                .with("restDays", sorted(year.restDays()))
                .with("workingWeekends", sorted(year.workingWeekends()))
                .with("reference", "test");
    }

    public static void putInForce(TestCounty county, WorkYear year) {
        published(county, year).accepted();
        county.by(Officers.POLICY_RATIFIER, target(year)).does("confirm").accepted();
    }

    private static List<String> sorted(Set<LocalDate> days) {
        return Stream.of(days.toArray(LocalDate[]::new))
                .sorted()
                .map(LocalDate::toString)
                .toList();
    }
}
