package org.countyledger.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Provisional;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.testing.TestCalendar;
import org.junit.jupiter.api.Test;

/** Civil Code 201 to 203 over the published days of 2026. */
class DueDateTest {
    private static final WorkCalendar CALENDAR = calendar(TestCalendar.YEAR_2026);
    private static final WorkCalendar BOTH_YEARS = calendar(TestCalendar.YEAR_2026, TestCalendar.YEAR_2027);

    private static WorkCalendar calendar(WorkYear... years) {
        return new WorkCalendar(year ->
                Arrays.stream(years).filter(known -> known.year() == year).findFirst());
    }

    private static DueDate duty(String start, long value, Unit unit) {
        return DueDate.of(Instant.parse(start), new Period(value, unit), false, CALENDAR);
    }

    private static DueDate window(String start, long value, Unit unit) {
        return DueDate.of(Instant.parse(start), new Period(value, unit), true, CALENDAR);
    }

    private static DueDate exactly(String at) {
        return new DueDate(Instant.parse(at), Optional.empty());
    }

    /** 24:00 in the county. */
    private static DueDate endOf(String day) {
        return new DueDate(CountyTime.endOf(LocalDate.parse(day)), Optional.empty());
    }

    @Test
    void workingDaysSkipTheSpringFestivalAndCountTheWeekendsThatMakeUpForIt() {
        String thursday = "2026-02-12T02:00:00Z";
        assertThat(duty(thursday, 3, Unit.wd)).isEqualTo(endOf("2026-02-24"));
        assertThat(duty(thursday, 15, Unit.wd)).isEqualTo(endOf("2026-03-11"));
    }

    @Test
    void aDayEndsAt24OClockInShanghai() {
        assertThat(endOf("2026-02-24")).isEqualTo(exactly("2026-02-24T16:00:00Z"));
        assertThat(duty("2026-03-01T15:59:59Z", 1, Unit.d)).isEqualTo(exactly("2026-03-02T16:00:00Z"));
        assertThat(duty("2026-03-01T16:00:00Z", 1, Unit.d)).isEqualTo(exactly("2026-03-03T16:00:00Z"));
    }

    @Test
    void secondsMinutesHoursAndDaysOf24HoursRunFromTheMoment() {
        String moment = "2026-02-28T10:20:30.5Z";
        assertThat(duty(moment, 30, Unit.s)).isEqualTo(exactly("2026-02-28T10:21:00.5Z"));
        assertThat(duty(moment, 30, Unit.min)).isEqualTo(exactly("2026-02-28T10:50:30.5Z"));
        assertThat(duty(moment, 24, Unit.h)).isEqualTo(exactly("2026-03-01T10:20:30.5Z"));
        assertThat(duty(moment, 7, Unit.d24)).isEqualTo(exactly("2026-03-07T10:20:30.5Z"));
    }

    @Test
    void aMonthEndsOnTheCorrespondingDayOrOnTheLast() {
        assertThat(duty("2026-03-15T01:00:00Z", 6, Unit.mo)).isEqualTo(endOf("2026-09-15"));
        assertThat(duty("2026-08-31T01:00:00Z", 1, Unit.mo)).isEqualTo(endOf("2026-09-30"));
        assertThat(duty("2026-01-31T01:00:00Z", 1, Unit.mo)).isEqualTo(endOf("2026-02-28"));
    }

    @Test
    void aResidentsWindowMovesToTheNextWorkingDayAndAnOrgansDutyDoesNot() {
        String beforeTheFestival = "2026-02-05T01:00:00Z";
        assertThat(duty(beforeTheFestival, 10, Unit.d)).isEqualTo(endOf("2026-02-15"));
        assertThat(window(beforeTheFestival, 10, Unit.d)).isEqualTo(endOf("2026-02-24"));
        assertThat(window("2026-02-04T01:00:00Z", 10, Unit.d)).isEqualTo(endOf("2026-02-14"));
        assertThat(window("2026-02-06T01:00:00Z", 1, Unit.mo)).isEqualTo(endOf("2026-03-06"));
        assertThat(window("2026-03-04T01:00:00Z", 1, Unit.mo)).isEqualTo(endOf("2026-04-07"));
    }

    @Test
    void aWindowInSecondsEndsWhereItEnds() {
        assertThat(window("2026-02-16T01:00:00Z", 20, Unit.s)).isEqualTo(exactly("2026-02-16T01:00:20Z"));
    }

    @Test
    void workingDaysPastTheLastPublishedYearAreProvisional() {
        String lastMonday = "2026-12-28T01:00:00Z";
        DueDate due = duty(lastMonday, 5, Unit.wd);
        assertThat(due.provisional()).contains(new Provisional(2, LocalDate.parse("2026-12-31")));
        assertThat(due.at()).isEqualTo(CountyTime.endOf(LocalDate.parse("2027-01-04")));
        assertThat(DueDate.of(Instant.parse(lastMonday), new Period(5, Unit.wd), false, BOTH_YEARS))
                .isEqualTo(endOf("2027-01-05"));
    }

    @Test
    void aDutyInDaysNeedsNoCalendarAndAWindowNeedsThatOfItsLastDay() {
        assertThat(duty("2026-12-28T01:00:00Z", 10, Unit.d)).isEqualTo(endOf("2027-01-07"));
        DueDate window = window("2026-12-30T01:00:00Z", 3, Unit.d);
        assertThat(window.provisional()).contains(new Provisional(0, LocalDate.parse("2027-01-01")));
        assertThat(window.at()).isEqualTo(CountyTime.endOf(LocalDate.parse("2027-01-04")));
    }

    @Test
    void remainingWorkingDaysAreThoseAfterTodayUpToTheLast() {
        LocalDate friday = LocalDate.parse("2026-02-13");
        assertThat(DueDate.workingDaysBetween(friday, LocalDate.parse("2026-02-24"), CALENDAR))
                .isEqualTo(2);
        assertThat(DueDate.workingDaysBetween(friday, friday, CALENDAR)).isZero();
        assertThat(DueDate.workingDaysBetween(friday, friday.minusDays(3), CALENDAR))
                .isZero();
        assertThat(DueDate.workingDaysBetween(LocalDate.parse("2026-12-30"), LocalDate.parse("2027-01-04"), CALENDAR))
                .isEqualTo(3);
    }

    @Test
    void aYearThatContradictsItselfIsNoCalendar() {
        LocalDate monday = LocalDate.parse("2026-03-02");
        LocalDate sunday = LocalDate.parse("2026-03-01");
        assertThatThrownBy(() -> new WorkYear(2026, Set.of(), Set.of(monday)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkYear(2026, Set.of(sunday), Set.of(sunday)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkYear(2027, Set.of(sunday), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
