package org.countyledger.domain.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.FINANCE_CHECKER;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.SECOND_TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.countyledger.domain.time.CountyTime;
import org.junit.jupiter.api.Test;

/** An application that is granted, told by its clocks; it begins on Monday, 2 March 2026. */
class WelfareStoryTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    private static Instant endOf(String day) {
        return CountyTime.endOf(LocalDate.parse(day));
    }

    private void assertRunningUntil(String clock, String day) {
        assertThat(story.clock(clock).state()).as(clock).isEqualTo(Clock.State.RUNNING);
        assertThat(story.clock(clock).dueAt()).as(clock).isEqualTo(endOf(day));
    }

    private void assertMet(String... clocks) {
        for (String clock : clocks) {
            assertThat(story.clock(clock).state()).as(clock).isEqualTo(Clock.State.MET);
        }
    }

    @Test
    void theTownAnswersInOneWorkingDayAndTheWholeProcedureBegins() {
        story.submitted();
        assertThat(story.state()).isEqualTo("SUBMITTED");
        assertRunningUntil("ACCEPT", "2026-03-03");
        assertThat(story.clock("ACCEPT").basis()).isEqualTo("welfare.accept.wd@1");
        story.accepting().accepted();
        assertMet("ACCEPT");
        assertRunningUntil("TOTAL", "2026-04-14");
        assertRunningUntil("START_CHECK", "2026-03-05");
    }

    @Test
    void twoSurveyorsVisitBeforeTheTownHasAnOpinion() {
        story.verifying();
        assertMet("START_CHECK");
        assertRunningUntil("VERIFY", "2026-03-23");
        story.visiting(TOWN_CLERK).accepted();
        assertThat(story.header().fields().has("visitDone")).isFalse();
        story.visiting(SECOND_TOWN_CLERK).accepted();
        assertThat(story.header().fields().isTrue("visitDone")).isTrue();
        story.givingOpinion("GRANT").accepted();
        assertMet("VERIFY");
        assertRunningUntil("OPEN_NOTICE", "2026-03-03");
    }

    @Test
    void theNoticeIsARecordOfItsOwnAndStandsForSevenFullDays() {
        story.onNotice();
        Target notice = story.linked("notice");
        assertThat(county.header(notice).state()).isEqualTo("LINTED");
        assertThat(county.header(notice).fields().text("noticeKind")).contains("PRELIMINARY");
        assertThat(county.header(notice).clock("POST").orElseThrow().dueAt()).isEqualTo(endOf("2026-03-03"));
        story.posting().accepted();
        assertThat(story.endOfNotice()).isEqualTo(TestCounty.MONDAY.plus(Duration.ofDays(7)));
        assertThat(county.header(notice).clock("TAKEDOWN").orElseThrow().dueAt())
                .isEqualTo(TestCounty.MONDAY.plus(Duration.ofDays(8)));
    }

    @Test
    void theCountyDecidesAndTheWholeProcedureIsMet() {
        story.inCountyReview();
        assertRunningUntil("COUNTY_DECIDE", "2026-03-23");
        story.granting(COUNTY_DECIDER).accepted();
        assertThat(story.state()).isEqualTo("GRANTED");
        assertMet("COUNTY_DECIDE", "TOTAL");
        assertRunningUntil("PUBLISH", "2026-03-12");
        assertRunningUntil("PAY_INSTRUCT", "2026-03-12");
    }

    @Test
    void theGrantIsPublishedOnceAndThePaymentInstructed() {
        story.granted();
        publishing().accepted();
        assertMet("PUBLISH");
        assertThat(county.header(story.linked("confirmation")).fields().text("noticeKind"))
                .contains("CONFIRMATION");
        story.instructingPayment(FINANCE_OFFICER).accepted();
        assertThat(story.state()).isEqualTo("ACTIVE");
        assertMet("PAY_INSTRUCT");
        assertRunningUntil("REVIEW", "2027-03-09");
    }

    private Act publishing() {
        return story.by(TOWN_CLERK)
                .does("publish")
                .with("linterVersion", "linter-1")
                .staging("text");
    }

    @Test
    void moneyIsReleasedByAnotherHandAndReceivedByTheResidentsOwnKey() {
        story.granted();
        story.instructingPayment(FINANCE_OFFICER).accepted();
        Target payment = story.linked("disbursement");
        assertThat(county.header(payment).handling().dept()).contains("finance");
        assertThat(county.header(payment).clock("RELEASE").orElseThrow().dueAt())
                .isEqualTo(endOf("2026-03-10"));

        county.by(FINANCE_CHECKER, payment).does("release").staging("bankFile").accepted();
        assertThat(county.header(payment).clock("BANK").orElseThrow().dueAt()).isEqualTo(endOf("2026-03-12"));
        county.by(FINANCE_OFFICER, payment)
                .does("reserve")
                .staging("bankReturn")
                .accepted();
        county.by(FINANCE_OFFICER, payment).does("commit").staging("bankReturn").accepted();
        assertThat(county.header(payment).clock("BANK").orElseThrow().state()).isEqualTo(Clock.State.MET);
        assertThat(county.header(payment).clock("ASK")).isEmpty();

        story.papers().deliver(FINANCE_OFFICER, payment, "bankReturn");
        Clock ask = county.header(payment).clock("ASK").orElseThrow();
        assertThat(ask.dueAt()).isEqualTo(endOf("2026-03-16"));
        assertThat(ask.window()).isTrue();

        county.by(Officers.CONDUIT, payment)
                .does("confirmReceived")
                .signedBy(KeyRole.HOLDER, story.resident())
                .accepted();
        assertThat(county.header(payment).state()).isEqualTo("SETTLED");
        assertThat(county.header(payment).clock("ASK").orElseThrow().state()).isEqualTo(Clock.State.MET);
    }

    @Test
    void everyStepNamesItsRule() {
        story.granted();
        story.instructingPayment(FINANCE_OFFICER).accepted();
        assertThat(county.events(story.target()))
                .extracting(event -> event.step().rule())
                .isEqualTo(List.of("A01", "A09", "A10", "A12", "A12", "A18", "A20", "A25", "A28", "A34"));
        assertThat(county.events(story.target())).extracting(Event::seq).isSorted();
    }

    @Test
    void anActAfterItsTimeIsMetLateForEver() {
        story.submitted();
        county.at(endOf("2026-03-03").plusSeconds(1));
        story.accepting().accepted();
        assertThat(story.clock("ACCEPT").state()).isEqualTo(Clock.State.MET_LATE);
        story.startingVerification().accepted();
        assertThat(story.clock("ACCEPT").state()).isEqualTo(Clock.State.MET_LATE);
    }

    @Test
    void theLastMomentOfTheLastDayIsInTime() {
        story.submitted();
        county.at(endOf("2026-03-03"));
        story.accepting().accepted();
        assertMet("ACCEPT");
    }
}
