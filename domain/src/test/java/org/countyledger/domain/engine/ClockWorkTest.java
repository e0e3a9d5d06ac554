package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.AwaitedClock;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Clock.Pause;
import org.countyledger.domain.record.Clock.State;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.TinyCase;
import org.countyledger.domain.time.CountyTime;
import org.junit.jupiter.api.Test;

/** What rows do to clocks; the record is opened on Monday, 2 March 2026, 09:00. */
class ClockWorkTest {
    private static final String MONDAY = TestCounty.MONDAY.toString();
    private static final String TUESDAY = "2026-03-03T01:00:00Z";
    private static final String WEDNESDAY = "2026-03-04T01:00:00Z";
    private static final String THURSDAY_AFTER = "2026-03-12T01:00:00Z";

    private final TinyCase tiny = TinyCase.openedAt(MONDAY);

    private static Instant endOf(String day) {
        return CountyTime.endOf(LocalDate.parse(day));
    }

    @Test
    void aClockRunsForThePeriodOfItsPolicyEntry() {
        assertThat(tiny.clock("ANSWER").dueAt()).isEqualTo(endOf("2026-03-09"));
        assertThat(tiny.clock("REPLY").dueAt()).isEqualTo(TestCounty.MONDAY.plus(Duration.ofDays(2)));
        assertThat(tiny.clock("TERM").dueAt()).isEqualTo(endOf("2026-04-02"));
        assertThat(tiny.clock("CHOICE").dueAt()).isEqualTo(endOf("2026-03-12"));
        assertThat(tiny.clock("ANSWER").basis()).isEqualTo("mediation.answer.wd@1");
    }

    @Test
    void aShareIsPartOfAnotherClocksTime() {
        Clock whole = tiny.clock("ANSWER");
        Duration half = Duration.between(whole.startedAt(), whole.dueAt()).dividedBy(2);
        assertThat(tiny.clock("SHARE").dueAt()).isEqualTo(whole.startedAt().plus(half));
        assertThat(tiny.clock("SHARE").basis()).isEqualTo("mediation.share.permille@1");
    }

    @Test
    void aPauseKeepsTheRemainingWorkingDaysAndResumingCountsFromTheNextDay() {
        tiny.doneAt(WEDNESDAY, "pause");
        assertThat(tiny.clock("ANSWER").state()).isEqualTo(State.PAUSED);
        assertThat(tiny.clock("ANSWER").pause().map(Pause::left)).contains(3L);
        tiny.doneAt(THURSDAY_AFTER, "resume");
        assertThat(tiny.clock("ANSWER").state()).isEqualTo(State.RUNNING);
        assertThat(tiny.clock("ANSWER").dueAt()).isEqualTo(endOf("2026-03-17"));
    }

    @Test
    void aPauseKeepsTheRemainingSecondsAndResumingCountsOnAtOnce() {
        tiny.doneAt(TUESDAY, "pause").doneAt(THURSDAY_AFTER, "resume");
        Instant resumed = Instant.parse(THURSDAY_AFTER);
        assertThat(tiny.clock("REPLY").dueAt()).isEqualTo(resumed.plus(Duration.ofDays(1)));
    }

    @Test
    void pausesAddUp() {
        tiny.doneAt(TUESDAY, "pause")
                .doneAt(WEDNESDAY, "resume")
                .doneAt("2026-03-05T01:00:00Z", "pause")
                .doneAt(THURSDAY_AFTER, "resume");
        assertThat(tiny.clock("REPLY").pause().map(Pause::total)).contains(Duration.ofDays(8));
        assertThat(tiny.clock("REPLY").dueAt()).isEqualTo(Instant.parse(THURSDAY_AFTER));
    }

    @Test
    void aPauseMakesNoLateClockPunctual() {
        tiny.doneAt("2026-03-11T01:00:00Z", "pause");
        Instant due = tiny.clock("ANSWER").dueAt();
        tiny.doneAt("2026-04-01T01:00:00Z", "resume");
        assertThat(tiny.clock("ANSWER").dueAt()).isEqualTo(due.plus(Duration.ofDays(21)));
        tiny.does("meet").accepted();
        assertThat(tiny.clock("ANSWER").state()).isEqualTo(State.MET_LATE);
        assertThat(tiny.clock("REPLY").state()).isEqualTo(State.MET_LATE);
    }

    @Test
    void aLateClockMetDuringItsPauseIsMetLateAndAPunctualOneIsMet() {
        tiny.doneAt("2026-03-05T01:00:00Z", "pause").doneAt(THURSDAY_AFTER, "meet");
        assertThat(tiny.clock("REPLY").state()).isEqualTo(State.MET_LATE);
        assertThat(tiny.clock("ANSWER").state()).isEqualTo(State.MET);
    }

    @Test
    void whatDoesNotRunIsNotPausedAndWhatIsNotPausedIsNotResumed() {
        tiny.doneAt(TUESDAY, "meet").doneAt(WEDNESDAY, "pause").doneAt(THURSDAY_AFTER, "resume");
        assertThat(tiny.clock("ANSWER").state()).isEqualTo(State.MET);
        assertThat(tiny.clock("TERM").dueAt()).isEqualTo(endOf("2026-04-02"));
    }

    @Test
    void whatWasMetLateStaysMetLate() {
        tiny.doneAt("2026-03-10T01:00:00Z", "meet").doneAt("2026-03-11T01:00:00Z", "meet");
        assertThat(tiny.clock("ANSWER").state()).isEqualTo(State.MET_LATE);
    }

    @Test
    void aSecondStartHasItsOwnNumberAndPeriod() {
        tiny.doneAt(TUESDAY, "cancel").doneAt(WEDNESDAY, "again");
        assertThat(tiny.header().clock("ANSWER", 1).map(Clock::state)).contains(State.CANCELLED);
        assertThat(tiny.header().clock("ANSWER", 2).map(Clock::state)).contains(State.RUNNING);
        assertThat(tiny.clock("ANSWER").dueAt()).isEqualTo(endOf("2026-03-11"));
    }

    @Test
    void theEventNamesTheClocksThatChanged() {
        tiny.doneAt(TUESDAY, "meet");
        assertThat(tiny.county().events(tiny.target()).getLast().clocks())
                .extracting(change -> change.name() + " " + change.state())
                .containsExactly("ANSWER MET", "REPLY MET");
    }

    @Test
    void anAwaitedWindowStartsWithTheDeliveryOfItsDocument() {
        tiny.doneAt(TUESDAY, "tell");
        assertThat(tiny.header().awaited()).extracting(AwaitedClock::name).containsExactly("LATER");
        tiny.county().at(WEDNESDAY);
        tiny.deliverLetter();
        assertThat(tiny.clock("LATER").startedAt()).isEqualTo(Instant.parse(WEDNESDAY));
        assertThat(tiny.clock("LATER").dueAt()).isEqualTo(endOf("2026-03-11"));
        assertThat(tiny.header().awaited()).isEmpty();
    }

    @Test
    void anAwaitedWindowBelongsToTheDocumentThatWasTold() {
        tiny.doneAt(TUESDAY, "tell").doneAt(WEDNESDAY, "tell");
        tiny.deliverLetter();
        assertThat(tiny.header().clocks())
                .filteredOn(clock -> clock.name().equals("LATER"))
                .hasSize(1);
        assertThat(tiny.header().awaited()).hasSize(1);
    }

    @Test
    void meetingOrCancellingDropsWhatStillWaits() {
        tiny.doneAt(TUESDAY, "tell").doneAt(WEDNESDAY, "cancel");
        assertThat(tiny.header().awaited()).isEmpty();
        tiny.does("tell").accepted();
        tiny.does("meet").accepted();
        assertThat(tiny.header().awaited()).isEmpty();
    }

    @Test
    void theEndOfARecordEndsItsClocks() {
        tiny.doneAt(TUESDAY, "tell").doneAt(WEDNESDAY, "pause").doneAt(THURSDAY_AFTER, "close");
        assertThat(tiny.header().clocks()).noneMatch(Clock::isLive);
        assertThat(tiny.header().awaited()).isEmpty();
    }

    @Test
    void aPeriodThatNoPolicyGivesIsRefused() {
        TinyCase.PERIODS
                .version(2, tiny.county().now().toString())
                .without("answer.wd")
                .putInForce(tiny.county());
        tiny.does("again").accepted();
        tiny.another().refusedAs(RefusalCode.POLICY_MISSING);
    }
}
