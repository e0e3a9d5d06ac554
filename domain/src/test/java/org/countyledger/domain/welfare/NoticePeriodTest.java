package org.countyledger.domain.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.TIMER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import java.time.Duration;
import java.time.Instant;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** A notice hangs for its full time: seven days by law, seven seconds in a demonstration. */
class NoticePeriodTest {

    private static WelfareCase posted(TestCounty county) {
        return new WelfareCase(county).posted();
    }

    private static Act takingDown(WelfareCase story) {
        return story.county()
                .by(TOWN_CLERK, story.linked("notice"))
                .does("takeDown")
                .staging("photo");
    }

    @Test
    void aMinuteBeforeSevenDaysIsRefusedWithTheMomentFromWhichItIsAllowed() {
        WelfareCase story = posted(TestCounty.legal());
        Instant end = story.county().now().plus(Duration.ofDays(7));
        story.county().pass(Duration.ofDays(6).plusHours(23).plusMinutes(59));
        assertThat(story.closingNotice()
                        .refusedAs(RefusalCode.CLOCK_NOT_ELAPSED)
                        .sentence())
                .endsWith("availableAt=" + end);
        story.county().at(end);
        story.closingNotice().accepted();
        assertThat(story.state()).isEqualTo("COUNTY_REVIEW");
    }

    @Test
    void aDemonstrationCountsTheSameInSeconds() {
        WelfareCase story = posted(TestCounty.demonstration());
        story.county().pass(Duration.ofMillis(6_990));
        story.closingNotice().refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        story.county().pass(Duration.ofMillis(10));
        story.closingNotice().accepted();
    }

    @Test
    void theClockOfANoticeThatIsNotPostedDoesNotRun() {
        WelfareCase story = new WelfareCase(TestCounty.legal()).onNotice();
        story.county().pass(Duration.ofDays(30));
        story.closingNotice().refusedAs(RefusalCode.NOTICE_NOT_UP);
    }

    @Test
    void theTownClerkNeedNotWaitForTheTimerButForTheNotice() {
        WelfareCase story = posted(TestCounty.legal());
        story.by(TOWN_CLERK).does("closeNotice").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        story.county().at(story.endOfNotice());
        story.by(TOWN_CLERK).does("closeNotice").accepted();
    }

    @Test
    void timersOfOtherOrganizationsFireAMinuteLater() {
        WelfareCase story = posted(TestCounty.legal());
        story.county().at(story.endOfNotice().plusSeconds(59));
        story.by(Officers.timerOf(GOVERNANCE)).does("closeNotice").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        story.county().pass(Duration.ofSeconds(1));
        story.by(Officers.timerOf(GOVERNANCE)).does("closeNotice").accepted();
    }

    @Test
    void firingTwiceFindsTheStateMoved() {
        WelfareCase story = new WelfareCase(TestCounty.legal()).inCountyReview();
        story.by(TIMER).does("closeNotice").refusedAs(RefusalCode.ILLEGAL_TRANSITION);
    }

    @Test
    void aNoticeComesDownAfterItsTimeAndNotBefore() {
        WelfareCase story = posted(TestCounty.legal());
        takingDown(story).refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        story.county().at(story.endOfNotice());
        assertThat(takingDown(story).accepted().changes()).hasSize(1);
        story.closingNotice().accepted();
    }

    @Test
    void aNoticeThatIsLeftUpOpensAFinding() {
        WelfareCase story = posted(TestCounty.legal());
        story.county().at(story.endOfNotice().plus(Duration.ofDays(1)).plusSeconds(1));
        Header finding = takingDown(story).accepted().changes().getLast().header();
        assertThat(finding.kind()).isEqualTo(Kind.AUDIT_FINDING);
        assertThat(finding.fields().text("brokenRule")).contains("NOTICE_LEFT_UP");
        assertThat(finding.founding().ownerOrg()).isEqualTo(Officers.AUDIT);
    }
}
