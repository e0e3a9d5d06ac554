package org.countyledger.domain.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Papers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.Test;

/** Two parties, a mediator, an agreement with two obligations. */
class MediationStoryTest {
    private static final Actor CLERK = officer(Role.MEDIATION_CLERK, 1);
    private static final Actor MEDIATOR = officer(Role.MEDIATOR, 1);
    private static final ResidentKey ONE = ResidentKey.of("party one");
    private static final ResidentKey TWO = ResidentKey.of("party two");

    private final TestCounty county = TestCounty.legal();
    private final Papers papers = new Papers(county);
    private final Target mediation = county.newRecord(Kind.MEDIATION);

    private Act by(Actor actor) {
        return county.by(actor, mediation);
    }

    private Act byParty(KeyRole role) {
        return by(CONDUIT).signedBy(role, role == KeyRole.PARTY_1 ? ONE : TWO);
    }

    private Clock clock(String name) {
        return county.header(mediation).clock(name).orElseThrow();
    }

    private String state() {
        return county.header(mediation).state();
    }

    private void invited() {
        by(CLERK)
                .does("propose")
                .with("committee", "C-01")
                .with("partyCount", 2)
                .with("town", Officers.TOWN)
                .staging("topic")
                .accepted();
        inviting().signedBy(KeyRole.PARTY_1, ONE).refusedAs(RefusalCode.EVERY_PARTY_MUST_SIGN);
        inviting().signedBy(KeyRole.PARTY_1, ONE).signedBy(KeyRole.PARTY_2, TWO).accepted();
    }

    private Act inviting() {
        return by(CLERK)
                .does("invite")
                .with("partyKeys", List.of(key("PARTY_1", ONE), key("PARTY_2", TWO)))
                .staging("invitation");
    }

    private static Map<String, Object> key(String role, ResidentKey key) {
        return Map.of("keyRole", role, "spki", key.spki(), "custody", "SELF_HELD");
    }

    private Act consenting(KeyRole role, String words) {
        return byParty(role)
                .does(words)
                .with("pauseConsent", true)
                .with("sessionsAre", "CLOSED")
                .staging("choice");
    }

    private void mediating() {
        invited();
        consenting(KeyRole.PARTY_1, "consent:LAST").refusedAs(RefusalCode.NOT_THE_LAST);
        consenting(KeyRole.PARTY_1, "consent").accepted();
        consenting(KeyRole.PARTY_1, "consent").refusedAs(RefusalCode.ALREADY_DONE);
        consenting(KeyRole.PARTY_2, "consent").refusedAs(RefusalCode.NOT_THE_LAST);
        consenting(KeyRole.PARTY_2, "consent:LAST").accepted();
        Act naming = by(CLERK)
                .does("setMediator")
                .with("mediators", List.of(MEDIATOR.staff().orElseThrow()))
                .with("basis", "ASSIGNED");
        naming.refusedAs(RefusalCode.CONFLICT_UNDECLARED);
        papers.declareNone(MEDIATOR, mediation);
        naming.accepted();
        by(officer(Role.MEDIATOR, 2)).does("start").refusedAs(RefusalCode.NOT_THE_NAMED_OFFICER);
        by(MEDIATOR).does("start").accepted();
    }

    private void agreed(List<String> days) {
        List<Map<String, Object>> obligations = new ArrayList<>();
        days.forEach(day -> obligations.add(Map.of("due", day, "beneficiary", "PARTY_2")));
        by(MEDIATOR)
                .does("agree")
                .with("form", "WRITTEN")
                .with("partial", false)
                .with("obligations", obligations)
                .staging("agreement")
                .accepted();
    }

    private Act signing(Act act, String words) {
        String commitment =
                county.header(mediation).group("agreement").orElseThrow().commitment();
        return act.does(words).with("agreement", commitment);
    }

    private void effective(String... days) {
        mediating();
        agreed(List.of(days));
        signing(byParty(KeyRole.PARTY_1), "sign")
                .with("agreement", "e".repeat(64))
                .refusedAs(RefusalCode.AGREEMENT_DIFFERS);
        signing(byParty(KeyRole.PARTY_1), "sign").accepted();
        signing(byParty(KeyRole.PARTY_2), "sign").accepted();
        signing(by(MEDIATOR), "sign").accepted();
        signing(by(CLERK), "sign").refusedAs(RefusalCode.NOT_THE_LAST);
        signing(by(CLERK), "sign:LAST").accepted();
    }

    @Test
    void anAgreementBindsWithItsLastSignatureAndEndsWhenItIsPerformed() {
        effective("2026-03-20", "2026-04-20");
        assertThat(state()).isEqualTo("EFFECTIVE");
        assertThat(clock("OBLIGATION_1").basis()).isEqualTo("record");
        assertThat(clock("COURT_WINDOW").window()).isTrue();
        performing(KeyRole.PARTY_1, "recordPerformance", 1).refusedAs(RefusalCode.NOT_THE_BENEFICIARY);
        performing(KeyRole.PARTY_2, "recordPerformance", 1).accepted();
        assertThat(clock("OBLIGATION_1").state()).isEqualTo(Clock.State.MET);
        performing(KeyRole.PARTY_2, "recordPerformance", 2).refusedAs(RefusalCode.NOT_THE_LAST);
        performing(KeyRole.PARTY_2, "recordPerformance:LAST", 2).accepted();
        assertThat(state()).isEqualTo("FULFILLED");
    }

    private Act performing(KeyRole role, String words, int i) {
        return byParty(role).does(words).with("i", i).staging("performance");
    }

    private Act visiting(String words) {
        return by(officer(Role.GRID_WORKER, 1)).does(words).with("i", 1).staging("performance");
    }

    @Test
    void aVisitEndsNothingBeforeFifteenQuietDaysInWhichThePartyMayObject() {
        effective("2026-03-20");
        visiting("recordPerformance:LAST").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        visiting("recordPerformance").accepted();
        by(Officers.timerOf(Officers.GOVERNANCE))
                .does("recordPerformance:LAST")
                .refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.pass(Duration.ofDays(3));
        byParty(KeyRole.PARTY_1)
                .does("reportBreach")
                .with("i", 1)
                .staging("report")
                .refusedAs(RefusalCode.NOT_THE_BENEFICIARY);
        byParty(KeyRole.PARTY_2)
                .does("reportBreach")
                .with("i", 1)
                .staging("report")
                .accepted();
        assertThat(state()).isEqualTo("BREACHED");
        performing(KeyRole.PARTY_2, "cure", 1).accepted();
        county.at(clock("COURT_WINDOW").dueAt());
        by(Officers.timerOf(Officers.GOVERNANCE)).does("recordPerformance:LAST").accepted();
        assertThat(state()).isEqualTo("FULFILLED");
    }

    @Test
    void withoutObligationsItEndsWhenNoCourtCanBeAskedAnyMore() {
        effective();
        by(Officers.timerOf(Officers.GOVERNANCE))
                .does("recordPerformance:LAST")
                .refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.at(clock("COURT_WINDOW").dueAt());
        by(Officers.timerOf(Officers.GOVERNANCE)).does("recordPerformance:LAST").accepted();
        assertThat(state()).isEqualTo("FULFILLED");
    }

    @Test
    void theCourtIsAskedByAllTogether() {
        effective("2026-04-20");
        byParty(KeyRole.PARTY_1).does("requestCourt").refusedAs(RefusalCode.EVERY_PARTY_MUST_SIGN);
        byParty(KeyRole.PARTY_1)
                .signedBy(KeyRole.PARTY_2, TWO)
                .does("requestCourt")
                .accepted();
        by(officer(Role.SUPERIOR_ORGAN_CLERK, 1))
                .does("recordCourt:INVALID")
                .staging("courtDoc")
                .accepted();
        assertThat(state()).isEqualTo("CONSENTED");
        assertThat(clock("OBLIGATION_1").state()).isEqualTo(Clock.State.CANCELLED);
    }

    @Test
    void aBreachIsRemindedOfAndMayBeCured() {
        effective("2026-03-05");
        Act breach = byParty(KeyRole.PARTY_2).does("reportBreach").with("i", 1).staging("report");
        breach.refusedAs(RefusalCode.NOT_OVERDUE);
        county.pass(Duration.ofDays(5));
        byParty(KeyRole.PARTY_2)
                .does("reportBreach")
                .with("i", 1)
                .staging("report")
                .accepted();
        performing(KeyRole.PARTY_2, "cure", 1).accepted();
        assertThat(clock("OBLIGATION_1").state()).isEqualTo(Clock.State.MET_LATE);
        assertThat(state()).isEqualTo("EFFECTIVE");
    }

    @Test
    void silenceIsNoConsentAndAnyPartyMayStop() {
        invited();
        papers.deliver(CLERK, mediation, "invitation");
        county.at(clock("CONSENT").dueAt());
        by(Officers.timerOf(Officers.GOVERNANCE)).does("lapse").accepted();
        assertThat(state()).isEqualTo("DECLINED");
    }

    @Test
    void talksAreProlongedOnlyWhenEveryPartySigns() {
        mediating();
        by(MEDIATOR).does("extend").refusedAs(RefusalCode.EVERY_PARTY_MUST_SIGN);
        var before = clock("MEDIATE").dueAt();
        for (int i = 0; i < 2; i++) {
            extending().accepted();
        }
        extending().refusedAs(RefusalCode.LIMIT_REACHED);
        assertThat(clock("MEDIATE").dueAt()).isEqualTo(before.plus(Duration.ofDays(60)));
        byParty(KeyRole.PARTY_2).does("stop").accepted();
        assertThat(state()).isEqualTo("FAILED");
    }

    private Act extending() {
        return by(MEDIATOR).does("extend").signedBy(KeyRole.PARTY_1, ONE).signedBy(KeyRole.PARTY_2, TWO);
    }
}
