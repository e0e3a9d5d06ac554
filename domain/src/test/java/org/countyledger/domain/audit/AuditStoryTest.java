package org.countyledger.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.Duration;
import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Papers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.Test;

/** An audit of one unit, from its announcement to the last finding, which the unit itself can never close. */
class AuditStoryTest {
    private static final String UNIT = "civil-affairs";
    private static final Actor LEAD = officer(Role.AUDIT_LEAD, 1);
    private static final Actor AUDITOR = officer(Role.AUDITOR, 1);
    private static final Actor UNIT_LEAD = at(CIVIL_AFFAIRS, UNIT, officer(Role.CASE_OFFICER_LEAD, 1));

    private final TestCounty county = TestCounty.legal();
    private final Papers papers = new Papers(county);
    private final Target engagement = county.newRecord(Kind.AUDIT_ENGAGEMENT);
    private final Target finding = county.newRecord(Kind.AUDIT_FINDING);

    private Act lead(String words) {
        return county.by(LEAD, engagement).does(words);
    }

    private Act onFinding(Actor actor, String words) {
        return county.by(actor, finding).does(words);
    }

    private void notified() {
        lead("plan")
                .with("unit", UNIT)
                .with("scopeKinds", List.of("WelfareApplication"))
                .with("fromBlock", 1L)
                .with("toBlock", 99L)
                .staging("plan")
                .accepted();
        lead("notify").staging("letter").accepted();
    }

    private Act starting(boolean specialOrder) {
        return lead("start").with("specialOrder", specialOrder);
    }

    private void inFieldwork() {
        notified();
        papers.deliver(UNIT_LEAD, engagement, "letter");
        county.pass(Duration.ofDays(4));
        starting(false).accepted();
    }

    private void found() {
        onFinding(AUDITOR, "open")
                .with("brokenRule", "NOTICE_SHORT")
                .with("severity", "MEDIUM")
                .with("unit", UNIT)
                .with("evidenceKeys", List.of())
                .accepted();
    }

    private Act drafting(String... auditors) {
        return lead("draftReport")
                .with("findings", List.of(finding.id()))
                .with("auditors", List.of(auditors))
                .staging("draft");
    }

    private String state(Target target) {
        return county.header(target).state();
    }

    @Test
    void theAuditBeginsThreeDaysAfterItsNoticeArrivedOrByASpecialOrder() {
        notified();
        starting(false).refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.pass(Duration.ofDays(30));
        starting(false).refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        papers.deliver(UNIT_LEAD, engagement, "letter");
        starting(false).refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        starting(true).refusedAs(RefusalCode.COMMITMENT_MISSING);
        starting(true).staging("order").accepted();
        assertThat(state(engagement)).isEqualTo("FIELDWORK");
    }

    @Test
    void theUnitIsHeardBeforeTheReportAndEveryFindingIsSettledBeforeTheEnd() {
        inFieldwork();
        drafting("S00000001", "S00000002").refusedAs(RefusalCode.LINK_INVALID);
        found();
        drafting("S00000001", "S00000001").refusedAs(RefusalCode.FIELD_INVALID);
        drafting("S00000001", "S00000002").accepted();
        lead("report").with("reportDigest", "a".repeat(64)).staging("report").refusedAs(RefusalCode.NOT_HEARD);
        county.by(UNIT_LEAD, engagement).does("unitOpinion").staging("opinion").accepted();
        lead("report").with("reportDigest", "a".repeat(64)).staging("report").accepted();
        lead("close").refusedAs(RefusalCode.FINDING_OPEN);
        onFinding(AUDITOR, "notify").staging("letter").accepted();
        onFinding(UNIT_LEAD, "respond:AGREE")
                .with("planDate", "2026-05-01")
                .staging("reply")
                .accepted();
        onFinding(UNIT_LEAD, "rectified").staging("proof").accepted();
        onFinding(UNIT_LEAD, "verify").staging("memo").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        lead("close").refusedAs(RefusalCode.FINDING_OPEN);
        onFinding(AUDITOR, "verify").staging("memo").accepted();
        lead("close").accepted();
        assertThat(state(engagement)).isEqualTo("CLOSED");
    }

    @Test
    void silenceOfTheUnitIsNoEscape() {
        found();
        onFinding(AUDITOR, "notify").staging("letter").accepted();
        Actor timer = Officers.timerOf(Officers.AUDIT);
        onFinding(timer, "noResponse").refusedAs(RefusalCode.CLOCK_NOT_RUNNING);
        papers.deliver(UNIT_LEAD, finding, "letter");
        Clock respond = county.header(finding).clock("RESPOND").orElseThrow();
        county.at(respond.dueAt().minusSeconds(1));
        onFinding(timer, "noResponse").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.at(respond.dueAt());
        onFinding(timer, "noResponse").accepted();
        assertThat(state(finding)).isEqualTo("RECTIFYING");
    }

    @Test
    void aDisputedFindingIsUpheldOrWithdrawnAndOneThatIsNotMendedComesBack() {
        found();
        onFinding(AUDITOR, "notify").staging("letter").accepted();
        onFinding(UNIT_LEAD, "respond:DISPUTE").staging("reply").accepted();
        onFinding(LEAD, "uphold").with("reasonCode", "PROVED").staging("memo").accepted();
        onFinding(UNIT_LEAD, "rectified").staging("proof").accepted();
        onFinding(AUDITOR, "sendBack")
                .with("reasonCode", "NOT_MENDED")
                .staging("memo")
                .accepted();
        Clock rectify = county.header(finding).clock("RECTIFY").orElseThrow();
        assertThat(rectify.n()).isEqualTo(2);
        assertThat(rectify.state()).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void onlyTheLeadWhoDidNotOpenAFindingDismissesIt() {
        found();
        Actor sameHand = Officers.inRole(Role.AUDIT_LEAD, AUDITOR);
        onFinding(sameHand, "dismiss")
                .with("reasonCode", "WRONG")
                .staging("memo")
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        onFinding(LEAD, "dismiss").with("reasonCode", "WRONG").staging("memo").accepted();
        assertThat(state(finding)).isEqualTo("DISMISSED");
    }
}
