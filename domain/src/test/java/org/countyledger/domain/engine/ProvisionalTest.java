package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.TIMER;

import java.time.LocalDate;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Clock.Provisional;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.TestCalendar;
import org.countyledger.domain.testing.TinyCase;
import org.countyledger.domain.time.CountyTime;
import org.junit.jupiter.api.Test;

/** Five working days from 28 December 2026, while nobody knows the holidays of 2027. */
class ProvisionalTest {
    private static final LocalDate TRUE_LAST_DAY = LocalDate.parse("2027-01-05");

    private final TinyCase tiny = TinyCase.openedAt("2026-12-28T01:00:00Z");

    private Act fixing() {
        return tiny.county()
                .by(TIMER, tiny.target())
                .does("fixDue")
                .with("clock", "ANSWER")
                .with("n", 1);
    }

    private void publish2027() {
        TestCalendar.putInForce(tiny.county(), TestCalendar.YEAR_2027);
    }

    @Test
    void twoWorkingDaysAreLeftAfterTheLastPublishedDay() {
        assertThat(tiny.clock("ANSWER").provisional()).contains(new Provisional(2, LocalDate.parse("2026-12-31")));
        assertThat(tiny.clock("REPLY").provisional()).isEmpty();
    }

    @Test
    void aProvisionalClockIsNotDeclaredOverdueHoweverLate() {
        tiny.county().at("2027-03-01T01:00:00Z");
        assertThat(tiny.county().declareOverdue(TIMER, tiny.target(), "ANSWER", 1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.CLOCK_PROVISIONAL));
    }

    @Test
    void nobodyGuessesTheCalendar() {
        fixing().refusedAs(RefusalCode.CLOCK_PROVISIONAL);
    }

    @Test
    void thePublishedCalendarGivesTheExactDayOnce() {
        publish2027();
        fixing().accepted();
        Clock fixed = tiny.clock("ANSWER");
        assertThat(fixed.provisional()).isEmpty();
        assertThat(fixed.dueAt()).isEqualTo(CountyTime.endOf(TRUE_LAST_DAY));
        fixing().refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
    }

    @Test
    void aPausedClockKeepsItsWorkingDaysWhicheverYearTheyFallInto() {
        tiny.doneAt("2026-12-30T01:00:00Z", "pause");
        publish2027();
        tiny.doneAt("2027-01-04T01:00:00Z", "resume");
        assertThat(tiny.clock("ANSWER").dueAt()).isEqualTo(CountyTime.endOf(LocalDate.parse("2027-01-07")));
        assertThat(tiny.clock("ANSWER").provisional()).isEmpty();
    }

    @Test
    void aClockOfThisYearIsNotFixed() {
        fixing().with("clock", "REPLY").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
    }
}
