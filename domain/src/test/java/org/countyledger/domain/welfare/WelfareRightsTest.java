package org.countyledger.domain.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.COUNTY_REVIEWER;
import static org.countyledger.domain.testing.Officers.FINANCE_CHECKER;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.SECOND_TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TIMER;
import static org.countyledger.domain.testing.Officers.TOWN;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.AwaitedClock.Document;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** What an applicant may do beside applying, and what officers owe when it goes another way. */
class WelfareRightsTest {
    private static final Actor CLERK = officer(Role.SUPERIOR_ORGAN_CLERK, 1);

    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    private Act correcting() {
        return story.by(TOWN_CLERK)
                .does("requestCorrection")
                .with("itemCodes", List.of("RENTAL_CONTRACT"))
                .staging("list");
    }

    @Test
    void missingMaterialIsAskedForOnceAndTheClockWaits() {
        story.submitted();
        correcting().accepted();
        assertThat(story.clock("ACCEPT").state()).isEqualTo(Clock.State.PAUSED);
        assertThat(story.clock("CORRECT").window()).isTrue();
        county.pass(Duration.ofDays(3));
        story.byResident().does("resubmit").staging("form").accepted();
        assertThat(story.state()).isEqualTo("SUBMITTED");
        assertThat(story.clock("ACCEPT").state()).isEqualTo(Clock.State.RUNNING);
        correcting().refusedAs(RefusalCode.ALREADY_DONE);
    }

    @Test
    void whatTheCheckSystemAnswersIsNotAskedOfTheApplicant() {
        story.submitted();
        correcting().with("itemCodes", List.of("REAL_ESTATE")).refusedAs(RefusalCode.MATERIAL_NOT_ASKABLE);
    }

    @Test
    void anApplicationLapsesOnlyWhenTheListWasDelivered() {
        story.submitted();
        correcting().accepted();
        county.pass(Duration.ofDays(30));
        story.by(TIMER).does("lapse").refusedAs(RefusalCode.NOT_DELIVERED);
        story.papers().deliver(TOWN_CLERK, story.target(), "list");
        story.by(TIMER).does("lapse").accepted();
        assertThat(story.state()).isEqualTo("LAPSED");
    }

    @Test
    void anotherProgrammeTakesOverTheSameApplicationWithTheApplicantsConsent() {
        story.submitted();
        Act moving = story.by(TOWN_CLERK)
                .does("transferProgramme")
                .with("newProgramme", "MEDICAL")
                .with("reasonCode", "FITS_BETTER");
        moving.refusedAs(RefusalCode.SIGNATURE_REQUIRED);
        Header moved = moving.signedBy(KeyRole.HOLDER, story.resident())
                .accepted()
                .changes()
                .getLast()
                .header();
        assertThat(story.state()).isEqualTo("TRANSFERRED");
        assertThat(moved.kind()).isEqualTo(Kind.WELFARE_APPLICATION);
        assertThat(moved.state()).isEqualTo("SUBMITTED");
        assertThat(moved.handling().dept()).contains("medical-insurance");
        assertThat(moved.group("form")).isEqualTo(story.header().group("form"));
        assertThat(moved.keys()).isEqualTo(story.header().keys());
        county.by(CONDUIT, Target.of(moved))
                .signedBy(KeyRole.HOLDER, story.resident())
                .does("withdraw")
                .accepted();
    }

    @Test
    void anotherOrganIsNamedWithReasonAndRemedy() {
        story.submitted();
        Act redirecting = story.by(TOWN_LEAD)
                .does("redirect")
                .with("targetCode", "CITY_HOUSING")
                .with("reasonCode", "NOT_COMPETENT")
                .with("remedyId", "remedy-1")
                .staging("letter");
        redirecting.without("remedyId").refusedAs(RefusalCode.FIELD_MISSING);
        redirecting.with("remedyId", "remedy-1").accepted();
        assertThat(story.state()).isEqualTo("REDIRECTED");
    }

    @Test
    void theEducationDepartmentEntersAnApplicationItself() {
        Actor school = at("CivilAffairsMSP", "education", officer(Role.COUNTY_REVIEWER, 3));
        Act entering = county.by(school, county.newRecord(Kind.WELFARE_APPLICATION))
                .does("submit")
                .with("programme", "EDUCATION")
                .with("town", TOWN)
                .with("band", "3")
                .with("channel", "COUNTER")
                .staging("form", "consent");
        assertThat(entering.accepted().changes().getFirst().header().keys()).isEmpty();
        story.submitting().without("key").refusedAs(RefusalCode.KEY_UNKNOWN);
    }

    @Test
    void aConfirmedStatusIsUsedAgainWithoutASecondMeansTest() {
        story.accepted();
        Act reusing = story.by(TOWN_LEAD)
                .does("reuseStatus")
                .with("basis", "SAL42")
                .with("statusValidUntil", "2026-03-01")
                .staging("opinion", "status");
        reusing.refusedAs(RefusalCode.FIELD_INVALID);
        reusing.with("statusValidUntil", "2026-12-31").accepted();
        assertThat(story.state()).isEqualTo("OPINION_GIVEN");
    }

    private void checked() {
        story.visited();
        story.by(TOWN_CLERK)
                .does("requestInfoCheck")
                .with("sourceCodes", List.of("REAL_ESTATE", "DEPOSIT"))
                .staging("request")
                .accepted();
    }

    private Act answering(String source) {
        String access = county.newRecord(Kind.ACCESS_RECORD).id();
        county.putRecord(
                Kind.ACCESS_RECORD,
                access,
                "RECORDED",
                Map.of("recordId", story.target().id(), "staff", WelfareCase.staff(COUNTY_REVIEWER)));
        return story.by(COUNTY_REVIEWER)
                .does("recordInfoCheck")
                .with("sourceCodes", List.of(source))
                .with("accessRecords", List.of(access))
                .staging("checkResult");
    }

    @Test
    void theCheckIsMetWithItsLastSourceAndEveryReadIsRecorded() {
        checked();
        answering("REAL_ESTATE").accepted();
        assertThat(story.clock("INFO_CHECK").state()).isEqualTo(Clock.State.RUNNING);
        story.givingOpinion("GRANT").refusedAs(RefusalCode.CHECK_OPEN);
        answering("DEPOSIT")
                .with("accessRecords", List.of(story.target().id()))
                .refusedAs(RefusalCode.ACCESS_RECORD_MISSING);
        answering("DEPOSIT").accepted();
        assertThat(story.clock("INFO_CHECK").state()).isEqualTo(Clock.State.MET);
        answering("DEPOSIT").refusedAs(RefusalCode.FIELD_INVALID);
    }

    private Act disputing(String source) {
        return story.byResident()
                .does("disputeCheck")
                .with("sourceCode", source)
                .staging("dispute");
    }

    @Test
    void aDisputedResultStopsTheClocksAndGoesToItsSource() {
        checked();
        answering("REAL_ESTATE").accepted();
        answering("DEPOSIT").accepted();
        disputing("REAL_ESTATE").refusedAs(RefusalCode.NOT_DELIVERED);
        story.papers().deliver(COUNTY_REVIEWER, story.target(), "checkResult");
        Header correction =
                disputing("REAL_ESTATE").accepted().changes().getLast().header();
        assertThat(correction.kind()).isEqualTo(Kind.CORRECTION_REQUEST);
        assertThat(correction.handling().dept()).contains("natural-resources");
        assertThat(story.clock("VERIFY").state()).isEqualTo(Clock.State.PAUSED);
        assertThat(story.clock("TOTAL").state()).isEqualTo(Clock.State.PAUSED);
        disputing("REAL_ESTATE").refusedAs(RefusalCode.ALREADY_DONE);
        story.givingOpinion("GRANT").refusedAs(RefusalCode.CHECK_OPEN);
        story.by(TOWN_CLERK).does("resumeAfterDispute").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.at("2026-03-30T16:00:00Z");
        story.by(TOWN_CLERK).does("resumeAfterDispute").accepted();
        assertThat(story.clock("VERIFY").state()).isEqualTo(Clock.State.RUNNING);
        assertThat(county.events(story.target()).getLast().clear().text("outcome"))
                .contains("TOOK_TOO_LONG");
        story.givingOpinion("GRANT").accepted();
    }

    private Act objecting(String who) {
        ResidentKey objector = ResidentKey.of(who);
        return story.by(CONDUIT)
                .signedBy(KeyRole.OBJECTOR, objector)
                .with("key", objector.spki())
                .staging("objection");
    }

    @Test
    void oneObjectionIsLookedIntoAndLaterOnesAreNoted() {
        story.posted();
        objecting("a neighbour").does("noteObjection").refusedAs(RefusalCode.ILLEGAL_TRANSITION);
        objecting("a neighbour").does("object").accepted();
        assertThat(story.state()).isEqualTo("OBJECTION_REVIEW");
        Act concluding = story.by(TOWN_LEAD)
                .does("concludeObjection:GRANT")
                .with("method", "NEW_SURVEY")
                .with("newSurveyors", List.of(WelfareCase.staff(TOWN_CLERK), "S99999901"))
                .staging("appraisal", "opinion");
        concluding.refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        concluding.with("newSurveyors", List.of("S99999902", "S99999901")).accepted();
        story.openingNotice().accepted();
        objecting("another").does("object").refusedAs(RefusalCode.NOTICE_NOT_UP);
        story.posting().accepted();
        objecting("another").does("object").refusedAs(RefusalCode.LIMIT_REACHED);
        objecting("another").does("noteObjection").accepted();
        county.at(story.endOfNotice());
        objecting("too late").does("noteObjection").refusedAs(RefusalCode.WINDOW_OVER);
        story.closingNotice().accepted();
        assertThat(county.events(story.target()).getLast().clear().integer("objections"))
                .contains(2L);
        story.granting(COUNTY_DECIDER).refusedAs(RefusalCode.COUNTY_VISIT_MISSING);
    }

    @Test
    void anObjectionMayTurnTheOpinion() {
        story.posted();
        objecting("a neighbour").does("object").accepted();
        story.by(TOWN_LEAD)
                .does("concludeObjection:REFUSE")
                .with("method", "APPRAISAL")
                .with("reasonCode", "INCOME_FOUND")
                .staging("appraisal", "opinion")
                .accepted();
        assertThat(story.state()).isEqualTo("COUNTY_REVIEW");
    }

    @Test
    void aVoidNoticeIsRepeated() {
        story.posted();
        story.by(TOWN_CLERK).does("repeatNotice").refusedAs(RefusalCode.LINK_INVALID);
        county.by(TOWN_LEAD, story.linked("notice"))
                .does("void")
                .with("cause", "LEAK")
                .staging("memo")
                .accepted();
        story.by(TIMER).does("repeatNotice").accepted();
        assertThat(story.state()).isEqualTo("OPINION_GIVEN");
        story.openingNotice().accepted();
        story.posting().accepted();
    }

    @Test
    void theCountySendsBackOnceAndExtendsOnce() {
        story.inCountyReview();
        Act back = story.by(COUNTY_DECIDER)
                .does("sendBack")
                .with("reasonCode", "UNCLEAR")
                .staging("memo");
        back.accepted();
        assertThat(story.state()).isEqualTo("VERIFYING");
        assertThat(story.clock("VERIFY").n()).isEqualTo(2);
        var before = story.clock("TOTAL").dueAt();
        story.by(COUNTY_DECIDER)
                .does("extend")
                .with("reasonCode", "COMPLEX")
                .staging("letter")
                .accepted();
        assertThat(story.clock("TOTAL").dueAt()).isEqualTo(before.plus(Duration.ofDays(24)));
        assertThat(county.events(story.target()).getLast().clear().text("extendedBy"))
                .contains("welfare.total.extension.wd@1");
        story.by(COUNTY_DECIDER)
                .does("extend")
                .with("reasonCode", "COMPLEX")
                .staging("letter")
                .refusedAs(RefusalCode.ALREADY_DONE);
        story.givingOpinion("REFUSE").accepted();
        story.by(COUNTY_DECIDER)
                .does("sendBack")
                .with("reasonCode", "UNCLEAR")
                .staging("memo")
                .refusedAs(RefusalCode.LIMIT_REACHED);
    }

    @Test
    void aSuspectedDuplicateIsAdjudicatedBeforeTheGrant() {
        story.submitted();
        story.accepting().with("dupCheck", "POSSIBLE").accepted();
        story.by(COUNTY_REVIEWER)
                .does("adjudicateDuplicate")
                .with("dupCheck", "CLEARED")
                .staging("checkResult")
                .accepted();
        assertThat(story.header().fields().text("dupCheck")).contains("CLEARED");
        story.by(COUNTY_REVIEWER)
                .does("adjudicateDuplicate")
                .with("dupCheck", "CONFIRMED")
                .staging("checkResult")
                .refusedAs(RefusalCode.ALREADY_DONE);
    }

    @Test
    void eachMonthIsPaidOnce() {
        story.active("MONTHLY");
        Act paying = story.by(FINANCE_OFFICER)
                .does("instructMonth")
                .with("month", "2026-04")
                .staging("amount");
        paying.refusedAs(RefusalCode.ALREADY_DONE);
        paying.with("month", "2026-05").accepted();
        assertThat(story.header().links())
                .filteredOn(link -> link.rel().equals("disbursement"))
                .hasSize(2);
    }

    @Test
    void aStatusWithoutMoneyBecomesActiveAndIsReviewed() {
        story.submitting().with("programme", "DIBAO_EDGE").accepted();
        story.toCountyReview();
        story.granting(COUNTY_DECIDER)
                .with("moneyless", true)
                .uncommit("amount")
                .accepted();
        story.by(COUNTY_REVIEWER).does("startStatus").accepted();
        assertThat(story.state()).isEqualTo("ACTIVE");
        assertThat(story.clock("PAY_INSTRUCT").state()).isEqualTo(Clock.State.CANCELLED);
        story.cleared(TOWN_CLERK)
                .does("review")
                .with("resultCode", "UNCHANGED")
                .with("review", "VARIABLE")
                .staging("reviewReport")
                .accepted();
        assertThat(story.clock("REVIEW").n()).isEqualTo(2);
    }

    @Test
    void moreIsPaidOnlyAfterAReviewOrAReportedChange() {
        story.active("MONTHLY");
        Act raising = story.by(COUNTY_DECIDER)
                .does("adjustUp")
                .with("changeMonth", "2026-05")
                .staging("decision", "amount");
        raising.refusedAs(RefusalCode.NOTHING_TO_READ);
        story.byResident().does("reportChange").staging("change").accepted();
        story.by(COUNTY_DECIDER)
                .does("adjustUp")
                .with("changeMonth", "2026-05")
                .staging("decision", "amount")
                .accepted();
        assertThat(story.clock("CHANGE_CHECK").state()).isEqualTo(Clock.State.MET);
        assertThat(story.header().awaited()).hasSize(1);
    }

    private void proposed(String direction) {
        story.by(TOWN_LEAD)
                .does("proposeChange")
                .with("direction", direction)
                .with("reasonCode", "INCOME_ROSE")
                .staging("proposal")
                .accepted();
    }

    private Act deciding(String variant) {
        return story.by(COUNTY_DECIDER)
                .does("decideChange:" + variant)
                .with("reasonCode", "INCOME_ROSE")
                .with("remedyId", "remedy-2")
                .with("changeMonth", "2026-06")
                .staging("decision");
    }

    @Test
    void nobodysBenefitIsReducedOrEndedUnheard() {
        story.active("MONTHLY");
        proposed("DOWN");
        deciding("DOWN").staging("amount").refusedAs(RefusalCode.NOT_HEARD);
        county.pass(Duration.ofDays(60));
        deciding("DOWN").staging("amount").refusedAs(RefusalCode.NOT_HEARD);
        story.papers().deliver(TOWN_LEAD, story.target(), "proposal");
        deciding("DOWN").staging("amount").refusedAs(RefusalCode.NOT_HEARD);
        county.pass(Duration.ofDays(12));
        deciding("END").refusedAs(RefusalCode.NOT_HEARD);
        deciding("DOWN").refusedAs(RefusalCode.COMMITMENT_MISSING);
        deciding("DOWN").staging("amount").accepted();
        assertThat(story.state()).isEqualTo("ACTIVE");
    }

    @Test
    void whatWasGrantedIsStillPaidForTheFirstTimeAfterAProposalThatCameBefore() {
        story.granted();
        proposed("DOWN");
        story.papers().deliver(TOWN_LEAD, story.target(), "proposal");
        assertThat(story.clock("PAY_INSTRUCT").state()).isEqualTo(Clock.State.RUNNING);
        county.pass(Duration.ofDays(12));
        deciding("KEEP").accepted();
        story.by(FINANCE_OFFICER)
                .does("instructMonth")
                .with("month", "2026-04")
                .staging("amount")
                .refusedAs(RefusalCode.ILLEGAL_TRANSITION);
        story.instructingPayment(FINANCE_OFFICER).accepted();
        assertThat(story.state()).isEqualTo("ACTIVE");
        assertThat(story.clock("PAY_INSTRUCT").state()).isEqualTo(Clock.State.MET_LATE);
        assertThat(story.clock("REVIEW").state()).isEqualTo(Clock.State.RUNNING);
        story.instructingPayment(FINANCE_OFFICER).refusedAs(RefusalCode.ILLEGAL_TRANSITION);
    }

    @Test
    void anEndBeforeTheFirstPaymentLeavesNothingToBeInstructed() {
        story.granted();
        proposed("END");
        story.papers().deliver(TOWN_LEAD, story.target(), "proposal");
        county.pass(Duration.ofDays(12));
        deciding("END").accepted();
        assertThat(story.clock("PAY_INSTRUCT").state()).isEqualTo(Clock.State.CANCELLED);
    }

    @Test
    void aHearingInOneRoundIsNoHearingInTheNext() {
        story.active("MONTHLY");
        proposed("DOWN");
        story.papers().deliver(TOWN_LEAD, story.target(), "proposal");
        county.pass(Duration.ofDays(20));
        deciding("KEEP").accepted();
        proposed("END");
        deciding("END").refusedAs(RefusalCode.NOT_HEARD);
        story.byResident().does("answer").staging("answer").accepted();
        deciding("END").accepted();
        assertThat(story.state()).isEqualTo("ENDING");
        county.pass(Duration.ofDays(365));
        story.by(TIMER).does("closeWindow").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
        assertThat(story.clock("TELL").state()).isEqualTo(Clock.State.MET_LATE);
    }

    @Test
    void twoOfficersRecordAHearingAndTheEndFollowsTheWindow() {
        story.active("MONTHLY");
        proposed("END");
        for (Actor clerk : List.of(TOWN_CLERK, SECOND_TOWN_CLERK)) {
            deciding("END").refusedAs(RefusalCode.NOT_HEARD);
            story.by(clerk)
                    .does("recordHearing")
                    .with("recipient", "SIGNED")
                    .staging("hearing")
                    .accepted();
        }
        deciding("END").accepted();
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
        county.at(story.clock("RECON_WINDOW").dueAt());
        story.by(TIMER).does("closeWindow").accepted();
        assertThat(story.state()).isEqualTo("ENDED");
    }

    @Test
    void aDecisionThatALaterOneFollowedCanStillBeDeliveredSoThatNothingIsStuck() {
        story.active("MONTHLY");
        proposed("DOWN");
        story.byResident().does("answer").staging("answer").accepted();
        deciding("KEEP").accepted();
        proposed("END");
        story.byResident().does("answer").staging("answer").accepted();
        deciding("END").accepted();
        Document older = story.header().awaited().getFirst().document();
        assertThat(older.seq())
                .isLessThan(story.header().group("decision").orElseThrow().seq());
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
        story.by(TIMER).does("closeWindow").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
        story.papers().deliver(COUNTY_DECIDER, story.target(), older);
        county.at(story.clock("RECON_WINDOW").dueAt());
        story.by(TIMER).does("closeWindow").accepted();
        assertThat(story.state()).isEqualTo("ENDED");
    }

    private void refusedAndTold() {
        story.visited();
        story.givingOpinion("REFUSE").accepted();
        story.refusing(COUNTY_DECIDER).accepted();
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
    }

    private Act recording(String action) {
        return story.by(CLERK).does(action).staging("superiorDoc");
    }

    @Test
    void aRefusalIsReconsideredAndChanged() {
        refusedAndTold();
        story.byResident().does("fileReconsideration").staging("request").accepted();
        assertThat(story.clock("RECON_WINDOW").state()).isEqualTo(Clock.State.CANCELLED);
        recording("extendRecon").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
        recording("recordAcceptance").accepted();
        recording("extendRecon").accepted();
        recording("extendRecon").refusedAs(RefusalCode.ALREADY_DONE);
        recording("recordOutcome:CHANGED").with("outcome", "CHANGED").refusedAs(RefusalCode.FIELD_MISSING);
        recording("recordOutcome:CHANGED")
                .with("outcome", "CHANGED")
                .with("startMonth", "2026-04")
                .with("payment", "ONE_OFF")
                .with("moneyless", false)
                .accepted();
        assertThat(story.state()).isEqualTo("GRANTED");
        story.instructingPayment(FINANCE_OFFICER).accepted();
    }

    @Test
    void reconsiderationReturnsToWhereItCameFrom() {
        refusedAndTold();
        story.byResident().does("fileReconsideration").staging("request").accepted();
        recording("recordOutcome:NO_CHANGE").with("outcome", "UPHELD").accepted();
        assertThat(story.state()).isEqualTo("REFUSED_FINAL");
    }

    @Test
    void reconsiderationOfABenefitGoesOnPaying() {
        story.active("MONTHLY");
        story.byResident().does("reportChange").staging("change").accepted();
        story.by(COUNTY_DECIDER)
                .does("adjustUp")
                .with("changeMonth", "2026-05")
                .staging("decision", "amount")
                .accepted();
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
        story.byResident().does("fileReconsideration").staging("request").accepted();
        story.by(FINANCE_OFFICER)
                .does("payDuringRecon")
                .with("month", "2026-05")
                .staging("amount")
                .accepted();
        recording("recordOutcome:NO_CHANGE").with("outcome", "DISMISSED").accepted();
        assertThat(story.state()).isEqualTo("ACTIVE");
    }

    @Test
    void anOrderStartsTheVerificationAgain() {
        refusedAndTold();
        story.byResident().does("fileReconsideration").staging("request").accepted();
        recording("recordAcceptance").accepted();
        recording("recordOutcome:ORDERED").with("outcome", "ORDERED").accepted();
        assertThat(story.state()).isEqualTo("VERIFYING");
        assertThat(story.clock("TOTAL").basis()).isEqualTo("welfare.redo.wd@1");
    }

    @Test
    void whoDecidedDoesNotRecordTheReconsideration() {
        refusedAndTold();
        story.by(COUNTY_DECIDER).does("fileReconsideration").staging("request").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        Actor sameHand = org.countyledger.domain.testing.Officers.inRole(Role.SUPERIOR_ORGAN_CLERK, COUNTY_DECIDER);
        story.by(sameHand).does("fileReconsideration").staging("request").refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        story.by(CLERK).does("fileReconsideration").staging("request").accepted();
    }

    @Test
    void afterTheWindowReconsiderationIsTooLate() {
        refusedAndTold();
        county.at(story.clock("RECON_WINDOW").dueAt().plusSeconds(1));
        story.byResident().does("fileReconsideration").staging("request").refusedAs(RefusalCode.WINDOW_OVER);
    }

    @Test
    void aJudgmentOpensANewApplicationAndNeverTheOldOne() {
        refusedAndTold();
        county.at(story.clock("RECON_WINDOW").dueAt());
        Target reopened = county.newRecord(Kind.WELFARE_APPLICATION);
        Act ordering = county.by(CLERK, reopened)
                .does("submitByOrder")
                .with("earlier", story.target().id())
                .with("town", TOWN)
                .with("outcomeCode", "JUDGMENT")
                .staging("superiorDoc");
        ordering.refusedAs(RefusalCode.LINK_INVALID);
        story.by(TIMER).does("closeWindow").accepted();
        ordering.accepted();
        assertThat(county.header(reopened).state()).isEqualTo("VERIFYING");
        assertThat(county.header(reopened).keys()).isEqualTo(story.header().keys());
        assertThat(county.header(reopened).fields().text("programme")).contains("DIBAO");
    }

    @Test
    void aBenefitEndsByRelinquishingDeathOrBeingPaidOff() {
        story.active("ONE_OFF");
        story.by(FINANCE_OFFICER)
                .does("instructMonth")
                .with("month", "2026-05")
                .staging("amount")
                .refusedAs(RefusalCode.ALREADY_DONE);
        story.by(TIMER).does("complete").refusedAs(RefusalCode.LINK_INVALID);
        Target payment = story.linked("disbursement");
        county.by(FINANCE_CHECKER, payment).does("release").staging("bankFile").accepted();
        county.by(FINANCE_OFFICER, payment)
                .does("reserve")
                .staging("bankReturn")
                .accepted();
        county.by(FINANCE_OFFICER, payment).does("commit").staging("bankReturn").accepted();
        county.by(CONDUIT, payment)
                .does("confirmReceived")
                .signedBy(KeyRole.HOLDER, story.resident())
                .accepted();
        story.by(TIMER).does("complete").accepted();
        assertThat(story.state()).isEqualTo("COMPLETED");

        WelfareCase given = new WelfareCase(county).active("MONTHLY");
        given.byResident().does("relinquish").accepted();
        assertThat(given.header().clocks()).noneMatch(Clock::isLive);
        WelfareCase died = new WelfareCase(county).active("MONTHLY");
        died.by(TOWN_LEAD)
                .does("endByDeath")
                .with("reasonCode", "DEATH")
                .staging("proof")
                .accepted();
        assertThat(died.state()).isEqualTo("ENDED");
    }

    @Test
    void emergencyAidIsPaidFirstAndExplainedAfterwards() {
        Target emergency = county.newRecord(Kind.WELFARE_APPLICATION);
        Header payment = county.by(TOWN_LEAD, emergency)
                .does("grantEmergency")
                .with("programme", "TEMP_RELIEF")
                .with("town", TOWN)
                .with("tier", "SMALL")
                .with("reasonCode", "FIRE")
                .staging("situation", "amount")
                .accepted()
                .changes()
                .getLast()
                .header();
        Clock release = payment.clock("RELEASE").orElseThrow();
        assertThat(release.basis()).isEqualTo("welfare.pay_emergency.hours@1");
        assertThat(release.dueAt()).isEqualTo(county.now().plus(Duration.ofHours(24)));
        county.by(TOWN_CLERK, emergency)
                .does("postDocument")
                .staging("explanation")
                .accepted();
        Header finding = county.by(COUNTY_DECIDER, emergency)
                .does("closeEmergency")
                .with("result", "UNFIT")
                .staging("memo")
                .accepted()
                .changes()
                .getLast()
                .header();
        assertThat(finding.kind()).isEqualTo(Kind.AUDIT_FINDING);
        assertThat(county.header(emergency).state()).isEqualTo("COMPLETED");
    }
}
