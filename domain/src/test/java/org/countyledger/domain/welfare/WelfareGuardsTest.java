package org.countyledger.domain.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.COUNTY_REVIEWER;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;
import static org.countyledger.domain.testing.Officers.officer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.RecordKey;
import org.countyledger.domain.testing.Founding;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

class WelfareGuardsTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    @Test
    void onlyOpenProgrammesTakeApplications() {
        story.submitting().with("programme", "TEKUN").refusedAs(RefusalCode.PROGRAMME_CLOSED);
    }

    @Test
    void aProxyBringsAMandate() {
        story.submittingAs(KeyRole.PROXY).refusedAs(RefusalCode.COMMITMENT_MISSING);
        story.submittingAs(KeyRole.PROXY).staging("mandate").accepted();
        assertThat(story.header().keys()).extracting(RecordKey::keyRole).containsExactly(KeyRole.PROXY);
    }

    @Test
    void surveyorsAreTwoDifferentOfficers() {
        story.accepted();
        String one = WelfareCase.staff(TOWN_CLERK);
        story.startingVerification().with("surveyors", List.of(one)).refusedAs(RefusalCode.FIELD_INVALID);
        story.startingVerification().with("surveyors", List.of(one, one)).refusedAs(RefusalCode.FIELD_INVALID);
    }

    @Test
    void onlyNamedSurveyorsVisit() {
        story.verifying();
        story.visiting(officer(Role.TOWN_CLERK, 9)).refusedAs(RefusalCode.NOT_THE_NAMED_OFFICER);
    }

    @Test
    void noOpinionWithoutAVisit() {
        story.verifying();
        story.givingOpinion("GRANT").refusedAs(RefusalCode.VISIT_MISSING);
        story.givingOpinion("REFUSE").refusedAs(RefusalCode.VISIT_MISSING);
    }

    @Test
    void aPossibleDuplicateIsNotGranted() {
        story.submitted();
        story.accepting().with("dupCheck", "POSSIBLE").accepted();
        story.startingVerification().accepted();
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(Officers.SECOND_TOWN_CLERK).accepted();
        story.givingOpinion("GRANT").accepted();
        story.openingNotice().accepted();
        story.posting().accepted();
        county.at(story.endOfNotice());
        story.closingNotice().accepted();
        story.granting(COUNTY_DECIDER).refusedAs(RefusalCode.DUPLICATE_OPEN);
    }

    @Test
    void aDrawnApplicationIsVisitedByTheCountyFirst() {
        story.posted();
        publishCheckpointThatDraws(true);
        county.at(story.endOfNotice());
        story.closingNotice().accepted();
        assertThat(story.header().flags()).containsExactly("SAMPLED");
        story.granting(COUNTY_DECIDER).refusedAs(RefusalCode.COUNTY_VISIT_MISSING);
        story.cleared(COUNTY_REVIEWER)
                .does("countyVisit")
                .staging("visitReport")
                .accepted();
        story.granting(COUNTY_DECIDER).accepted();
    }

    @Test
    void withoutADrawTheCountyNeedNotVisit() {
        story.posted();
        publishCheckpointThatDraws(false);
        county.at(story.endOfNotice());
        story.closingNotice().accepted();
        assertThat(story.header().flags()).isEmpty();
        story.granting(COUNTY_DECIDER).accepted();
    }

    /** Tries roots until one draws the application, or does not. */
    private void publishCheckpointThatDraws(boolean draws) {
        for (int i = 0; ; i++) {
            String root = "%064x".formatted(i);
            if (isDrawn(root) == draws) {
                county.ledger().put(new PointerKey("checkpoint"), Clear.of("root", root));
                return;
            }
        }
    }

    private boolean isDrawn(String root) {
        byte[] digest = Digests.sha256((story.target().id() + root).getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, digest).mod(BigInteger.valueOf(1000)).intValue() < 50;
    }

    @Test
    void theTownDecidesOnlyWhereTheProvinceSaysSo() {
        Actor otherLead = officer(Role.TOWN_LEAD, 2);
        story.inCountyReview();
        story.granting(otherLead).refusedAs(RefusalCode.ROLE_NOT_ALLOWED);

        TestCounty delegating = TestCounty.legal();
        Founding.WELFARE
                .version(2, delegating.now().toString())
                .with("delegateToTown", true, "flag")
                .putInForce(delegating);
        WelfareCase delegated = new WelfareCase(delegating).inCountyReview();
        delegated.granting(TOWN_LEAD).refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        delegated.granting(otherLead).accepted();
    }

    @Test
    void aBenefitWithoutMoneyIsNotPaid() {
        story.submitting().with("programme", "DIBAO_EDGE").accepted();
        story.toCountyReview();
        story.granting(COUNTY_DECIDER).with("moneyless", true).accepted();
        story.instructingPayment(FINANCE_OFFICER).refusedAs(RefusalCode.MONEYLESS);
    }

    @Test
    void aGrantOfMoneyNamesItsAmount() {
        story.inCountyReview();
        story.granting(COUNTY_DECIDER).uncommit("amount").refusedAs(RefusalCode.COMMITMENT_MISSING);
    }

    @Test
    void nothingIsPaidForMonthsBeforeTheGrant() {
        story.granted();
        story.instructingPayment(FINANCE_OFFICER).with("month", "2026-03").refusedAs(RefusalCode.FIELD_INVALID);
        story.instructingPayment(FINANCE_OFFICER).with("month", "2026-04").accepted();
    }

    @Test
    void aWithdrawnApplicationOwesNothingAndIsOver() {
        story.verifying();
        story.byResident().does("withdraw").accepted();
        assertThat(story.state()).isEqualTo("WITHDRAWN");
        assertThat(story.clock("TOTAL").state()).isEqualTo(Clock.State.CANCELLED);
        assertThat(story.header().clocks()).noneMatch(Clock::isLive);
        story.visiting(TOWN_CLERK).refusedAs(RefusalCode.ILLEGAL_TRANSITION);
        story.byResident().does("withdraw").refusedAs(RefusalCode.ILLEGAL_TRANSITION);
    }

    @Test
    void afterTheDecisionItIsTooLateToWithdraw() {
        story.granted();
        story.byResident().does("withdraw").refusedAs(RefusalCode.ILLEGAL_TRANSITION);
    }
}
