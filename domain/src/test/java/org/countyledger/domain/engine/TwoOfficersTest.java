package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.SECOND_TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Pending;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A home visit takes effect when the second surveyor says the same as the first. */
class TwoOfficersTest {
    private static final Actor THIRD = Officers.officer(Role.TOWN_CLERK, 3);

    private final WelfareCase story = new WelfareCase(TestCounty.legal());

    @BeforeEach
    void threeSurveyorsAreNamed() {
        story.accepted();
        story.startingVerification()
                .with("surveyors", List.of(staff(TOWN_CLERK), staff(SECOND_TOWN_CLERK), staff(THIRD)))
                .accepted();
    }

    private static String staff(Actor actor) {
        return WelfareCase.staff(actor);
    }

    @Test
    void theFirstIsRememberedAndMovesNothing() {
        Header before = story.header();
        story.visiting(TOWN_CLERK).accepted();
        Header after = story.header();
        assertThat(after.seq()).isEqualTo(before.seq() + 1);
        assertThat(after.pending().map(Pending::staff)).contains(staff(TOWN_CLERK));
        assertThat(after.clocks()).isEqualTo(before.clocks());
        assertThat(after.groups()).isEqualTo(before.groups());
        assertThat(after.fields()).isEqualTo(before.fields());
    }

    @Test
    void theSecondMakesItSoInTheNameOfBoth() {
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(SECOND_TOWN_CLERK).accepted();
        Header header = story.header();
        assertThat(header.pending()).isEmpty();
        assertThat(header.fields().isTrue("visitDone")).isTrue();
        assertThat(header.groups()).containsKey("visitReport");
        assertThat(header.hands("SURVEY")).contains(staff(TOWN_CLERK), staff(SECOND_TOWN_CLERK));
    }

    @Test
    void oneOfficerIsNotTwo() {
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(TOWN_CLERK).refusedAs(RefusalCode.SEPARATION_OF_DUTY);
    }

    @Test
    void theSecondMustSayTheSame() {
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(SECOND_TOWN_CLERK).commit("visitReport", "0".repeat(64)).refusedAs(RefusalCode.PENDING_DIFFERS);
        story.visiting(SECOND_TOWN_CLERK).with("applicant", "REFUSED_TO_SIGN").refusedAs(RefusalCode.PENDING_DIFFERS);
        story.visiting(THIRD).accepted();
    }

    @Test
    void aLaterVisitBeginsWithAFirstAgain() {
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(SECOND_TOWN_CLERK).accepted();
        story.visiting(THIRD).accepted();
        assertThat(story.header().pending().map(Pending::staff)).contains(staff(THIRD));
    }

    @Test
    void aChangeOfStateDropsTheFirst() {
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(SECOND_TOWN_CLERK).accepted();
        story.visiting(THIRD).accepted();
        story.givingOpinion("GRANT").accepted();
        assertThat(story.header().pending()).isEmpty();
    }
}
