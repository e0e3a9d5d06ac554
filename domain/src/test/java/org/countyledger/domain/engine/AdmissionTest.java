package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.POLICY_OFFICER;
import static org.countyledger.domain.testing.Officers.SECOND_TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.inTown;
import static org.countyledger.domain.testing.Officers.officer;

import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Founding;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** Role, organisation, department and area of who acts. */
class AdmissionTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    @Test
    void everyRowHasItsRoles() {
        story.submitted();
        story.by(TOWN_LEAD).does("accept").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        story.by(COUNTY_DECIDER).does("accept").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
    }

    @Test
    void aTownClerkActsForItsOwnTown() {
        story.submitted();
        story.by(inTown("330127199", TOWN_CLERK)).does("accept").refusedAs(RefusalCode.WRONG_AREA);
    }

    @Test
    void aRoleBelongsToItsOrganizationAndDepartment() {
        story.submitted();
        story.by(at(GOVERNANCE, "civil-affairs", TOWN_CLERK)).does("accept").refusedAs(RefusalCode.WRONG_DEPARTMENT);
        story.by(at(TOWN_CLERK.mspId(), "finance", TOWN_CLERK)).does("accept").refusedAs(RefusalCode.WRONG_DEPARTMENT);
    }

    @Test
    void theHandlingDepartmentDecides() {
        story.submitting().with("programme", "MEDICAL").accepted();
        assertThat(story.header().handling().dept()).contains("medical-insurance");
        WelfareCase medical = inCountyReview("MEDICAL");
        medical.granting(COUNTY_DECIDER).refusedAs(RefusalCode.WRONG_DEPARTMENT);
        medical.granting(at(COUNTY_DECIDER.mspId(), "medical-insurance", COUNTY_DECIDER))
                .accepted();
    }

    private WelfareCase inCountyReview(String programme) {
        WelfareCase medical = new WelfareCase(county);
        medical.submitting().with("programme", programme).accepted();
        medical.accepting().accepted();
        medical.startingVerification().accepted();
        medical.visiting(TOWN_CLERK).accepted();
        medical.visiting(SECOND_TOWN_CLERK).accepted();
        medical.givingOpinion("REFUSE").accepted();
        return medical;
    }

    @Test
    void anOrganizationSpeaksForItsOwnDepartmentsOnly() {
        Actor pretender = at(GOVERNANCE, "ecology", POLICY_OFFICER);
        county.by(pretender, Founding.OVERDUE.version(2, "2026-04-01T00:00:00Z").target())
                .does("propose")
                .refusedAs(RefusalCode.WRONG_DEPARTMENT);
    }

    @Test
    void onlyTheHandlingDepartmentSendsDocuments() {
        story.visited();
        Target receipt = county.newRecord(Kind.DELIVERY_RECEIPT);
        county.by(officer(Role.CASE_OFFICER, 1), receipt)
                .does("send")
                .with("recordKind", story.target().kind().wireName())
                .with("recordId", story.target().id())
                .with("group", "visitReport")
                .with("seq", story.header().seq())
                .with("channel", "APP")
                .refusedAs(RefusalCode.WRONG_DEPARTMENT);
    }

    @Test
    void whatMayBeDoneNextIsReadFromTheSameTable() {
        story.submitted();
        assertThat(county.engine().allowed(story.header(), TOWN_CLERK, county.ledger()))
                .extracting(Allowed::rule)
                .containsExactly("A04", "A07", "A09", "Z04", "Z06", "Z07", "Z08");
        assertThat(county.engine().allowed(story.header(), inTown("330127199", TOWN_CLERK), county.ledger()))
                .extracting(Allowed::action)
                .doesNotContain("accept");
    }
}
