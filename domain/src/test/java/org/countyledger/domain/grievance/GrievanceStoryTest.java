package org.countyledger.domain.grievance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.ECOLOGY;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.inRole;
import static org.countyledger.domain.testing.Officers.officer;
import static org.countyledger.domain.testing.Officers.timerOf;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Papers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.Test;

/** A grievance from the desk that registers it to the last word of the superior organs. */
class GrievanceStoryTest {
    private static final Actor REGISTRAR = officer(Role.PETITION_REGISTRAR, 1);
    private static final Actor SUPERVISOR = officer(Role.SUPERVISOR, 1);
    private static final Actor SUPERIOR = officer(Role.SUPERIOR_ORGAN_CLERK, 1);
    private static final Actor WORKER = officer(Role.GRID_WORKER, 1);
    private static final Actor OFFICER = at(ECOLOGY, "ecology", officer(Role.CASE_OFFICER, 1));
    private static final Actor LEAD = at(ECOLOGY, "ecology", officer(Role.CASE_OFFICER_LEAD, 1));
    private static final Actor OTHER_LEAD = at(CIVIL_AFFAIRS, "civil-affairs", officer(Role.CASE_OFFICER_LEAD, 2));
    private static final Actor TIMER = timerOf(GOVERNANCE);

    private final TestCounty county = TestCounty.legal();
    private final Papers papers = new Papers(county);
    private final ResidentKey resident = ResidentKey.of("who complains");
    private final Target grievance = registered("COMPLAINT");
    private final Target claim = registered("CLAIM");

    private Target registered(String category) {
        IdempotencyKey key = county.newKey();
        Target target = new Target(Kind.GRIEVANCE, key.recordId(Kind.GRIEVANCE));
        county.by(CONDUIT, target)
                .under(key)
                .signedBy(KeyRole.HOLDER, resident)
                .does("register")
                .with("category", category)
                .with("town", Officers.TOWN)
                .with("mode", "REAL")
                .with("urgent", false)
                .with("custody", "SELF_HELD")
                .with("key", resident.spki())
                .staging("text", "identity")
                .accepted();
        return target;
    }

    private Act resident(Target target) {
        return county.by(CONDUIT, target).signedBy(KeyRole.HOLDER, resident);
    }

    private String state(Target target) {
        return county.header(target).state();
    }

    private Clock clock(Target target, String name) {
        return county.header(target).clock(name).orElseThrow();
    }

    private Act cleared(Actor officer, Target target) {
        papers.declareNone(officer, target);
        return county.by(officer, target);
    }

    private void dispatched(Target target) {
        county.by(REGISTRAR, target)
                .does("dispatch")
                .with("department", "ecology")
                .accepted();
    }

    private void accepted(Target target) {
        dispatched(target);
        cleared(OFFICER, target).does("accept").staging("receiptNotice").accepted();
    }

    private void investigated(Target target) {
        accepted(target);
        county.by(OFFICER, target).does("investigate").staging("plan").accepted();
    }

    private Act objecting(Actor lead, Target target) {
        return county.by(lead, target)
                .does("objectDispatch")
                .with("reasonCode", "NOT_OURS")
                .staging("reason");
    }

    private Act ruling(String variant, String department) {
        return county.by(SUPERVISOR, grievance)
                .does("ruleDispatch:" + variant)
                .with("department", department)
                .staging("memo");
    }

    @Test
    void aDepartmentObjectsOnceAndTheSupervisorsRulingIsTheLastWord() {
        dispatched(grievance);
        Instant owed = clock(grievance, "HANDLE").dueAt();
        objecting(OTHER_LEAD, grievance).refusedAs(RefusalCode.WRONG_DEPARTMENT);
        objecting(LEAD, grievance).accepted();
        assertThat(state(grievance)).isEqualTo("DISPATCH_OBJECTED");
        assertThat(clock(grievance, "RECEIPT").state()).isEqualTo(Clock.State.CANCELLED);
        assertThat(clock(grievance, "HANDLE").dueAt())
                .as("the caller's days go on")
                .isEqualTo(owed);
        ruling("UPHELD", "no-such-department").refusedAs(RefusalCode.DEPARTMENT_UNKNOWN);
        ruling("UPHELD", "civil-affairs").accepted();
        assertThat(county.header(grievance).handling().dept()).contains("civil-affairs");
        assertThat(clock(grievance, "RECEIPT").n()).isEqualTo(2);
        assertThat(clock(grievance, "HANDLE").dueAt()).isEqualTo(owed);
        objecting(OTHER_LEAD, grievance).refusedAs(RefusalCode.DISPATCH_BARRED);
    }

    @Test
    void whoRuledADispatchDoesNotHandleTheMatter() {
        dispatched(grievance);
        objecting(LEAD, grievance).accepted();
        ruling("REJECTED", "ecology").accepted();
        Actor samePerson = at(ECOLOGY, "ecology", inRole(Role.CASE_OFFICER, SUPERVISOR));
        county.by(samePerson, grievance)
                .does("accept")
                .staging("receiptNotice")
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
    }

    @Test
    void afterFiveWorkingDaysADispatchStands() {
        dispatched(grievance);
        county.at(clock(grievance, "OBJECT_DISPATCH").dueAt().plusSeconds(1));
        objecting(LEAD, grievance).refusedAs(RefusalCode.WINDOW_OVER);
    }

    private Act extending(Target target) {
        return county.by(LEAD, target)
                .does("extend")
                .with("reasonCode", "EXPERTISE")
                .staging("letter");
    }

    @Test
    void aClaimIsProlongedOnceByThirtyDaysAndACallOnceByFifteenWorkingDays() {
        investigated(claim);
        Instant owed = clock(claim, "HANDLE").dueAt();
        extending(claim).accepted();
        assertThat(clock(claim, "HANDLE").dueAt()).isEqualTo(owed.plus(Duration.ofDays(30)));
        extending(claim).refusedAs(RefusalCode.ALREADY_DONE);
        investigated(grievance);
        extending(grievance).with("until", "2026-03-30").accepted();
        assertThat(clock(grievance, "HANDLE").dueAt()).isEqualTo(Instant.parse("2026-03-30T16:00:00Z"));
    }

    @Test
    void whatBelongsToACourtIsDivertedInWritingAndNothingIsOwedAnyMore() {
        accepted(claim);
        Act diverting = county.by(LEAD, claim)
                .does("divert")
                .with("routeCode", "LITIGATION")
                .staging("letter");
        diverting.refusedAs(RefusalCode.FIELD_MISSING);
        county.by(LEAD, claim)
                .does("divert")
                .with("routeCode", "LITIGATION")
                .with("remedyId", "remedy-court")
                .staging("letter")
                .accepted();
        assertThat(state(claim)).isEqualTo("DIVERTED");
        assertThat(clock(claim, "HANDLE").state()).isEqualTo(Clock.State.MET);
        assertThat(county.header(claim).clocks()).noneMatch(Clock::isLive);
    }

    private void replied() {
        accepted(grievance);
        county.by(OFFICER, grievance)
                .does("reply")
                .with("result", "DONE")
                .staging("reply")
                .accepted();
        papers.deliver(OFFICER, grievance, "reply");
    }

    private Act rectifying() {
        return county.by(OFFICER, grievance).does("rectified").staging("proof");
    }

    private void rectified() {
        rectifying().refusedAs(RefusalCode.CALLBACK_MISSING);
        county.by(REGISTRAR, grievance).does("recordCallback").staging("note").accepted();
        rectifying().accepted();
        papers.deliver(OFFICER, grievance, "proof");
    }

    @Test
    void aMatterComesBackTwiceAndAThirdBadWordOpensAFinding() {
        replied();
        resident(grievance).does("confirm").with("rating", 4).accepted();
        assertThat(state(grievance)).isEqualTo("CLOSED");
        resident(grievance).does("reopen").staging("reason").accepted();
        assertThat(state(grievance)).isEqualTo("IN_HANDLING");
        rectified();
        resident(grievance).does("rateBad").with("rating", 1).accepted();
        rectified();
        assertThat(clock(grievance, "CONFIRM").n()).isEqualTo(3);
        resident(grievance).does("rateBad").with("rating", 1).refusedAs(RefusalCode.LIMIT_REACHED);
        Accepted last =
                resident(grievance).does("rateBadFinal").with("rating", 1).accepted();
        assertThat(state(grievance)).isEqualTo("CLOSED");
        assertThat(last.changes().get(1).header().fields().text("brokenRule")).contains("REPEATED_BAD_REVIEW");
        resident(grievance).does("reopen").staging("reason").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
    }

    @Test
    void onlyTheResidentsOwnKeyRates() {
        replied();
        county.by(OFFICER, grievance).does("confirm").with("rating", 5).refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        county.by(CONDUIT, grievance)
                .signedBy(KeyRole.HOLDER, ResidentKey.of("somebody else"))
                .does("confirm")
                .with("rating", 5)
                .refusedAs(RefusalCode.KEY_UNKNOWN);
        county.by(CONDUIT, grievance).does("confirm").with("rating", 5).refusedAs(RefusalCode.SIGNATURE_REQUIRED);
    }

    private void withOpinion(String result) {
        investigated(claim);
        issuing(result).accepted();
        papers.deliver(LEAD, claim, "opinion");
    }

    private Act issuing(String result) {
        return cleared(LEAD, claim)
                .does("issueOpinion")
                .with("result", result)
                .with("remedyId", "remedy-review")
                .staging("opinion");
    }

    private Act reviewing(String result) {
        return county.by(SUPERIOR, claim)
                .does("recordReview:" + result)
                .with("reviewResult", result)
                .staging("superiorDoc");
    }

    private void reviewed(String result) {
        resident(claim).does("requestReview").staging("request").accepted();
        reviewing(result).accepted();
    }

    @Test
    void aHearingStopsTheReReviewAndItsEndIsFinal() {
        withOpinion("NOT_SUPPORT");
        reviewed("CHANGED");
        resident(claim).does("requestReReview").staging("request").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
        papers.deliver(OFFICER, claim, "superiorDoc");
        resident(claim).does("requestReReview").staging("request").accepted();
        Instant owed = clock(claim, "REREVIEW").dueAt();
        county.by(SUPERIOR, claim).does("openHearing").staging("superiorDoc").accepted();
        county.pass(Duration.ofDays(10));
        county.by(SUPERIOR, claim).does("closeHearing").staging("hearing").accepted();
        assertThat(clock(claim, "REREVIEW").dueAt()).isEqualTo(owed.plus(Duration.ofDays(10)));
        county.by(SUPERIOR, claim)
                .does("recordReReview")
                .with("reviewResult", "UPHELD")
                .staging("superiorDoc")
                .accepted();
        county.by(TIMER, claim).does("finish").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.by(OFFICER, claim).does("executeReview").staging("proof").accepted();
        county.by(TIMER, claim).does("finish").accepted();
        assertThat(state(claim)).isEqualTo("FINAL");
        sameFactsAreNotAcceptedAgain();
    }

    private void sameFactsAreNotAcceptedAgain() {
        Target again = registered("CLAIM");
        county.by(REGISTRAR, again)
                .does("refuseRepeat")
                .with("same", claim.id())
                .with("reasonCode", "DECIDED_FINALLY")
                .with("remedyId", "remedy-none")
                .staging("letter")
                .accepted();
        assertThat(state(again)).isEqualTo("NOT_ACCEPTED");
    }

    @Test
    void whatAnOpinionGrantedIsStillOwedWhenAReviewUpholdsIt() {
        withOpinion("PARTIAL");
        reviewed("UPHELD");
        assertThat(clock(claim, "EXECUTE").state()).isEqualTo(Clock.State.RUNNING);
        county.by(OFFICER, claim).does("executeReview").staging("proof").accepted();
        assertThat(clock(claim, "EXECUTE").state()).isEqualTo(Clock.State.MET);
        county.by(OFFICER, claim).does("executeReview").staging("proof").refusedAs(RefusalCode.ALREADY_DONE);
    }

    @Test
    void whereNothingWasGrantedNothingIsExecuted() {
        withOpinion("EXPLAIN");
        reviewed("UPHELD");
        county.by(OFFICER, claim).does("executeReview").staging("proof").refusedAs(RefusalCode.RESULT_DIFFERS);
    }

    @Test
    void aReviewSendsTheMatterBackOnce() {
        withOpinion("NOT_SUPPORT");
        reviewed("REMANDED");
        assertThat(state(claim)).isEqualTo("IN_HANDLING");
        assertThat(clock(claim, "HANDLE").n()).isEqualTo(2);
        issuing("NOT_SUPPORT").accepted();
        papers.deliver(LEAD, claim, "opinion");
        resident(claim).does("requestReview").staging("request").accepted();
        reviewing("REMANDED").refusedAs(RefusalCode.ALREADY_DONE);
    }

    @Test
    void whoWorkedOnTheMatterDoesNotRecordItsReview() {
        withOpinion("NOT_SUPPORT");
        resident(claim).does("requestReview").staging("request").accepted();
        county.by(inRole(Role.SUPERIOR_ORGAN_CLERK, OFFICER), claim)
                .does("recordReview:UPHELD")
                .with("reviewResult", "UPHELD")
                .staging("superiorDoc")
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
    }

    @Test
    void afterThirtyDaysNoReviewIsAskedFor() {
        withOpinion("NOT_SUPPORT");
        county.at(clock(claim, "REVIEW_WINDOW").dueAt().plusSeconds(1));
        resident(claim).does("requestReview").staging("request").refusedAs(RefusalCode.WINDOW_OVER);
    }

    private Act merging(Target target, Target master) {
        return county.by(REGISTRAR, target).does("merge").with("master", master.id());
    }

    @Test
    void theSameMatterOfOneTownIsMergedIntoOneThatIsOpen() {
        Target second = registered("COMPLAINT");
        merging(second, second).refusedAs(RefusalCode.LINK_INVALID);
        merging(second, claim).refusedAs(RefusalCode.LINK_INVALID);
        merging(second, grievance).accepted();
        assertThat(state(second)).isEqualTo("MERGED");
        assertThat(county.header(second).link("master").map(link -> link.id())).isEqualTo(Optional.of(grievance.id()));
        assertThat(clock(second, "ROUTE").state()).isEqualTo(Clock.State.MET);
        merging(registered("COMPLAINT"), second).refusedAs(RefusalCode.LINK_INVALID);
    }

    @Test
    void aGridWorkerWhoDoesNotCallLosesTheMatterToTheDesk() {
        county.by(WORKER, grievance).does("gridTry").accepted();
        county.at(clock(grievance, "CONTACT").dueAt().plusSeconds(1));
        county.by(TIMER, grievance).does("upload").refused();
        county.declareOverdue(timerOf(ECOLOGY), grievance, "CONTACT", 1);
        county.by(TIMER, grievance).does("upload").accepted();
        assertThat(state(grievance)).isEqualTo("REGISTERED");
        assertThat(clock(grievance, "CONTACT").state()).isEqualTo(Clock.State.CANCELLED);
    }

    @Test
    void whatNobodyDispatchesIsDeclaredOverdueByAnotherOrganisation() {
        county.at(clock(grievance, "ROUTE").dueAt().plusSeconds(1));
        assertThat(county.declareOverdue(timerOf(ECOLOGY), grievance, "ROUTE", 1))
                .isInstanceOf(Accepted.class);
        assertThat(county.ledger().overlays(Kind.GRIEVANCE, grievance.id())).containsKey("ROUTE#1~L1");
        assertThat(county.header(grievance).seq()).isEqualTo(1);
    }

    @Test
    void commentMaterialReassignmentAndSupervisionMoveNoDueDate() {
        investigated(claim);
        var before = county.header(claim).clocks();
        county.by(OFFICER, claim).does("comment").staging("note").accepted();
        resident(claim).does("addMaterial").staging("material").accepted();
        county.by(SUPERVISOR, claim).does("supervise").staging("instruction").accepted();
        county.by(LEAD, claim)
                .does("reassign")
                .with("assignee", officer(Role.CASE_OFFICER, 7).staff().orElseThrow())
                .with("reasonCode", "LEAVE")
                .accepted();
        assertThat(county.header(claim).clocks()).isEqualTo(before);
    }

    @Test
    void aSealedReportSaysNothingButItsFamily() {
        Target sealed = county.newRecord(Kind.GRIEVANCE);
        county.by(REGISTRAR, sealed).does("seal").staging("handover").accepted();
        assertThat(state(sealed)).isEqualTo("SEALED");
        assertThat(county.header(sealed).fields().names()).isEmpty();
    }
}
