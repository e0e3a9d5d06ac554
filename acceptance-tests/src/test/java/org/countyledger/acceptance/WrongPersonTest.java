package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may not take a step is told so by a code, and nothing changes; nor does it where the step does not fit the moment. */
@ExtendWith(LegalCounty.class)
class WrongPersonTest {
    private static final Map<String, Object> NO_DUPLICATE = Map.of("dupCheck", "NONE");

    private final County county;
    private final Offices offices;

    WrongPersonTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    private Case application() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        return Case.created(command, resident.file(command));
    }

    private Reply refused(Officer officer, Command command) {
        return Snapshot.unchangedBy(county, () -> officer.submit(command));
    }

    @Test
    void aRoleThatTheRowDoesNotNameIsRefused() {
        Case application = application();
        Reply reply = refused(offices.registrar(), application.step("accept", NO_DUPLICATE, "checkList"));
        assertThat(reply.expectProblem(403, "not-allowed").at("/refusalCode")).isEqualTo("ROLE_NOT_ALLOWED");
        Reply resident = refused(offices.clerk(), application.step("withdraw", Map.of()));
        assertThat(resident.expectProblem(403, "not-allowed").at("/refusalCode"))
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void theSameRoleOfAnotherTownIsRefused() {
        Reply reply = refused(offices.clerkOfAnotherTown(), application().step("accept", NO_DUPLICATE, "checkList"));
        assertThat(reply.expectProblem(403, "not-allowed").at("/refusalCode")).isEqualTo("WRONG_AREA");
    }

    @Test
    void theSameRoleOfAnotherDepartmentIsRefused() {
        Case application = atTheCounty(offices.surveyor(), offices.secondSurveyor());
        Reply reply = refused(offices.deciderOfEducation(), refusal(application));
        assertThat(reply.expectProblem(403, "not-allowed").at("/refusalCode")).isEqualTo("WRONG_DEPARTMENT");
    }

    @Test
    void onePersonWithTwoCertificatesCannotTakeTwoSeparatedDutiesOnOneRecord() {
        Officer asClerk = offices.twoDutiesAsClerk();
        Officer asDecider = offices.twoDutiesAsDecider();
        assertThat(asClerk.staff()).isEqualTo(asDecider.staff());
        Case application = atTheCounty(asClerk, offices.surveyor());
        application.declareNoConflict(asDecider);
        Reply reply = refused(asDecider, refusal(application));
        assertThat(reply.expectProblem(403, "separation-of-duty").at("/refusalCode"))
                .isEqualTo("SEPARATION_OF_DUTY");
        application.declareNoConflict(offices.decider());
        application.take(
                offices.decider(),
                "refuse",
                Map.of("reasonCode", "ABOVE_LINE", "remedyId", "reconsideration"),
                "decision");
    }

    @Test
    void whoDidNotDeclareInterestsStandsAside() {
        Reply reply = refused(offices.clerk(), application().step("accept", NO_DUPLICATE, "checkList"));
        assertThat(reply.expectProblem(403, "recusal-required").at("/refusalCode"))
                .isEqualTo("CONFLICT_UNDECLARED");
    }

    @Test
    void aStepThatTheTableDoesNotHaveHereIsIllegalAndLeadsToThoseThatAreAllowed() {
        Case application = application();
        Reply reply = refused(offices.decider(), refusal(application)).expectProblem(409, "illegal-transition");
        Reply allowed = offices.clerk().get(reply.at("/links/allowedActions")).expect(200);
        assertThat(allowed.body().findValuesAsString("action"))
                .contains("accept")
                .doesNotContain("refuse");
    }

    @Test
    void aSequenceThatIsBehindOrAheadIsAFailedPrecondition() {
        Case application = application();
        Command old = application.step("accept", NO_DUPLICATE, "checkList");
        application.declareNoConflict(offices.clerk());
        application.take(offices.clerk(), "accept", NO_DUPLICATE, "checkList");
        refused(offices.clerk(), old).expectProblem(412, "stale-seq");
        Case ahead = new Case(application.kind(), application.id(), 7);
        refused(offices.clerk(), ahead.step("startVerification", surveyors("CA1002", "CA1003"), "order"))
                .expectProblem(412, "stale-seq");
        Map<String, Object> body =
                Map.of("clear", NO_DUPLICATE, "commitments", old.content().commitments());
        Reply byHeader = Snapshot.unchangedBy(
                county,
                () -> county.gateway()
                        .post(
                                old.path(),
                                body,
                                "Idempotency-Key",
                                old.key().text(),
                                "If-Match",
                                "\"seq-1\"",
                                "Prefer",
                                "wait=30",
                                "Authorization",
                                offices.clerk().bearer()));
        byHeader.expectProblem(412, "stale-seq");
    }

    private static Map<String, Object> surveyors(String one, String other) {
        return Map.of("surveyors", List.of(one, other));
    }

    private static Command refusal(Case application) {
        return application.step(
                "refuse", Map.of("reasonCode", "ABOVE_LINE", "remedyId", "reconsideration"), "decision");
    }

    /** An application that two surveyors visited and whose opinion is to refuse: the county decides at once. */
    private Case atTheCounty(Officer first, Officer second) {
        Case application = application();
        application.declareNoConflict(offices.clerk());
        application.take(offices.clerk(), "accept", NO_DUPLICATE, "checkList");
        application.take(offices.clerk(), "startVerification", surveyors(first.staff(), second.staff()), "order");
        Command report = application.step("recordHomeVisit", Map.of("applicant", "SIGNED"), "visitReport");
        first.file(report).expect(200);
        Case visited = Case.seen(offices.clerk(), application.kind(), application.id());
        Command same = visited.step("recordHomeVisit", report.content().clear()).with(report.content());
        second.submit(same).expect(200);
        Case seen = Case.seen(offices.clerk(), application.kind(), application.id());
        seen.declareNoConflict(offices.lead());
        seen.take(
                offices.lead(),
                "giveOpinion",
                Map.of("variant", "REFUSE", "ruleVersion", "welfare:1", "reasonCode", "ABOVE_LINE"),
                "opinion");
        return seen;
    }
}
