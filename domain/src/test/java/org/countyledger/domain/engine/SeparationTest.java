package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.FINANCE_CHECKER;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;
import static org.countyledger.domain.testing.Officers.inRole;
import static org.countyledger.domain.testing.Officers.officer;

import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** Survey, opinion, county review, decision, payment and release lie in different hands. */
class SeparationTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    @Test
    void aSurveyorGivesNoOpinion() {
        story.visited();
        story.papers().declareNone(TOWN_CLERK, story.target());
        story.by(inRole(Role.TOWN_LEAD, TOWN_CLERK))
                .does("giveOpinion:GRANT")
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
    }

    @Test
    void neitherSurveyorNorLeadDecidesAndNothingIsWritten() {
        story.inCountyReview();
        int before = county.ledger().size();
        for (Actor person : new Actor[] {TOWN_CLERK, TOWN_LEAD}) {
            assertThat(story.by(inRole(Role.COUNTY_DECIDER, person))
                            .does("grant")
                            .refusedAs(RefusalCode.SEPARATION_OF_DUTY)
                            .sentence())
                    .contains("S1");
            story.by(inRole(Role.COUNTY_REVIEWER, person))
                    .does("countyVisit")
                    .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        }
        assertThat(county.ledger().size()).isEqualTo(before);
    }

    @Test
    void whoeverSurveyedAdvisedOrDecidedDoesNotPay() {
        story.granted();
        for (Actor person : new Actor[] {TOWN_CLERK, TOWN_LEAD, COUNTY_DECIDER}) {
            story.instructingPayment(inRole(Role.FINANCE_OFFICER, person)).refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        }
        story.instructingPayment(FINANCE_OFFICER).accepted();
    }

    @Test
    void theHandsOfTheApplicationCountOnItsPayment() {
        story.granted();
        story.instructingPayment(FINANCE_OFFICER).accepted();
        Target payment = story.linked("disbursement");
        for (Actor person : new Actor[] {TOWN_CLERK, TOWN_LEAD, COUNTY_DECIDER, FINANCE_OFFICER}) {
            county.by(inRole(Role.FINANCE_CHECKER, person), payment)
                    .does("release")
                    .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        }
        county.by(FINANCE_CHECKER, payment).does("release").staging("bankFile").accepted();
        county.by(inRole(Role.FINANCE_OFFICER, FINANCE_CHECKER), payment)
                .does("reserve")
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
    }

    @Test
    void whoDeclaredNothingDoesNotAct() {
        story.submitted();
        story.by(TOWN_CLERK).does("accept").refusedAs(RefusalCode.CONFLICT_UNDECLARED);
    }

    @Test
    void whoDeclaredAConflictStandsAside() {
        story.submitted();
        story.papers()
                .declaring(TOWN_CLERK, story.target(), "CONFLICT")
                .staging("relation")
                .accepted();
        story.by(TOWN_CLERK).does("accept").refusedAs(RefusalCode.RECUSED);
    }

    @Test
    void aConflictIsExplainedInPrivate() {
        story.submitted();
        story.papers().declaring(TOWN_CLERK, story.target(), "CONFLICT").refusedAs(RefusalCode.COMMITMENT_MISSING);
    }

    @Test
    void aDeclarationIsAboutOneRecordAndOneself() {
        story.submitted();
        WelfareCase other = new WelfareCase(county).submitted();
        other.papers().declareNone(TOWN_CLERK, other.target());
        story.by(TOWN_CLERK).does("accept").refusedAs(RefusalCode.CONFLICT_UNDECLARED);
        county.by(TOWN_CLERK, story.papers().declaration(TOWN_LEAD, story.target()))
                .does("declare")
                .with("recordKind", story.target().kind().wireName())
                .with("recordId", story.target().id())
                .with("answer", "NONE")
                .refusedAs(RefusalCode.FIELD_INVALID);
    }

    @Test
    void officersOfEveryPlaceCanDeclare() {
        story.submitted();
        for (Role role : new Role[] {Role.TOWN_LEAD, Role.COUNTY_DECIDER, Role.GRID_WORKER, Role.CASE_OFFICER}) {
            Actor officer = officer(role, 1);
            story.papers().declareNone(officer, story.target());
            assertThat(county.header(story.papers().declaration(officer, story.target()))
                            .state())
                    .isEqualTo("DECLARED");
        }
    }
}
