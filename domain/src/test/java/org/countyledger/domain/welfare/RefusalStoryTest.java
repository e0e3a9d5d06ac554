package org.countyledger.domain.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.TIMER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.AwaitedClock;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.countyledger.domain.time.CountyTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that is refused, and the time to ask for reconsideration. */
class RefusalStoryTest {
    /** Sixty days from 2 March end on Labour Day, so the window ends after the holiday. */
    private static final Instant END_OF_WINDOW = CountyTime.endOf(LocalDate.parse("2026-05-06"));

    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    @BeforeEach
    void theTownAdvisesARefusal() {
        story.visited();
        story.givingOpinion("REFUSE").accepted();
    }

    private void refused() {
        story.refusing(COUNTY_DECIDER).accepted();
    }

    private void refusedAndTold() {
        refused();
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
    }

    @Test
    void aRefusalNeedsNoNoticeAndGoesStraightToTheCounty() {
        assertThat(story.state()).isEqualTo("COUNTY_REVIEW");
        assertThat(story.clock("VERIFY").state()).isEqualTo(Clock.State.MET);
        assertThat(story.clock("COUNTY_DECIDE").dueAt()).isEqualTo(CountyTime.endOf(LocalDate.parse("2026-03-16")));
    }

    @Test
    void aRefusalWithoutReasonOrRemedyIsImpossible() {
        for (String name : new String[] {"reasonCode", "remedyId"}) {
            assertThat(story.refusing(COUNTY_DECIDER)
                            .without(name)
                            .refusedAs(RefusalCode.FIELD_MISSING)
                            .sentence())
                    .contains("/clear/" + name);
        }
    }

    @Test
    void theWindowWaitsForTheDecisionToBeDelivered() {
        refused();
        assertThat(story.clock("TELL").dueAt()).isEqualTo(CountyTime.endOf(LocalDate.parse("2026-03-05")));
        assertThat(story.header().clock("RECON_WINDOW")).isEmpty();
        assertThat(story.header().awaited()).extracting(AwaitedClock::name).containsExactly("RECON_WINDOW");
        county.at(END_OF_WINDOW);
        story.by(TIMER).does("closeWindow").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
    }

    @Test
    void deliveryStartsTheWindowAndMeetsTheDutyToTell() {
        refusedAndTold();
        assertThat(story.clock("TELL").state()).isEqualTo(Clock.State.MET);
        assertThat(story.clock("RECON_WINDOW").dueAt()).isEqualTo(END_OF_WINDOW);
        assertThat(story.header().awaited()).isEmpty();
    }

    @Test
    void oneDocumentIsDeliveredOnce() {
        refused();
        String receipt = story.papers()
                .deliver(COUNTY_DECIDER, story.target(), "decision")
                .id();
        county.pass(Duration.ofDays(30));
        story.by(COUNTY_DECIDER)
                .does("recordDelivery")
                .with("receiptId", receipt)
                .refusedAs(RefusalCode.ALREADY_DONE);
        assertThat(story.clock("RECON_WINDOW").n()).isEqualTo(1);
    }

    @Test
    void whatIsOnlySentIsNotDelivered() {
        refused();
        String receipt =
                story.papers().send(COUNTY_DECIDER, story.target(), "decision").id();
        story.by(COUNTY_DECIDER)
                .does("recordDelivery")
                .with("receiptId", receipt)
                .refusedAs(RefusalCode.NOT_DELIVERED);
    }

    @Test
    void theReceiptOfAnotherRecordProvesNothing() {
        refused();
        WelfareCase other = new WelfareCase(county);
        other.visited();
        other.givingOpinion("REFUSE").accepted();
        other.refusing(COUNTY_DECIDER).accepted();
        String receipt = other.papers()
                .deliver(COUNTY_DECIDER, other.target(), "decision")
                .id();
        story.by(COUNTY_DECIDER)
                .does("recordDelivery")
                .with("receiptId", receipt)
                .refusedAs(RefusalCode.DOCUMENT_UNKNOWN);
    }

    @Test
    void theRefusalIsFinalWhenTheWindowIsOver() {
        refusedAndTold();
        county.at(END_OF_WINDOW.minusSeconds(1));
        assertThat(story.by(TIMER)
                        .does("closeWindow")
                        .refusedAs(RefusalCode.CLOCK_NOT_ELAPSED)
                        .sentence())
                .endsWith("availableAt=" + END_OF_WINDOW);
        county.at(END_OF_WINDOW);
        story.by(TIMER).does("closeWindow").accepted();
        assertThat(story.state()).isEqualTo("REFUSED_FINAL");
        assertThat(story.header().clocks()).noneMatch(Clock::isLive);
    }
}
