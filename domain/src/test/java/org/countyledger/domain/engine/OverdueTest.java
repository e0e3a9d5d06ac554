package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countyledger.domain.testing.Officers.AUDIT;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.TIMER;
import static org.countyledger.domain.testing.Officers.timerOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.domain.testing.Founding;
import org.countyledger.domain.testing.PolicyText;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.TinyCase;
import org.countyledger.domain.testing.WelfareCase;
import org.countyledger.domain.time.CountyTime;
import org.junit.jupiter.api.Test;

/** Anyone may say that a clock is overdue, and nobody needs the department's leave for it. */
class OverdueTest {
    private static final Actor AUDITS_TIMER = timerOf(AUDIT);

    private static Instant endOf(String day) {
        return CountyTime.endOf(LocalDate.parse(day));
    }

    private static void assertDueFrom(TestCounty county, Target target, String clock, int level, Instant last) {
        county.at(last);
        assertRefused(county.declareOverdue(AUDITS_TIMER, target, clock, level), RefusalCode.NOT_OVERDUE);
        county.pass(Duration.ofMillis(1));
        assertThat(county.declareOverdue(AUDITS_TIMER, target, clock, level))
                .as("%s at level %d", clock, level)
                .isInstanceOf(Accepted.class);
    }

    private static void assertRefused(Decision decision, RefusalCode code) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void periodsOfDaysEscalateAfterFiveAndTenWorkingDays() {
        TestCounty county = TestCounty.legal();
        Target application = new WelfareCase(county).submitted().target();
        assertDueFrom(county, application, "ACCEPT", 1, endOf("2026-03-03"));
        assertDueFrom(county, application, "ACCEPT", 2, endOf("2026-03-10"));
        assertDueFrom(county, application, "ACCEPT", 3, endOf("2026-03-17"));
    }

    @Test
    void periodsShorterThanADayEscalateAtTwiceTheirLengthAndADayLater() {
        TinyCase tiny = TinyCase.openedAt(TestCounty.MONDAY.toString());
        Instant due = TestCounty.MONDAY.plus(Duration.ofHours(2));
        assertDueFrom(tiny.county(), tiny.target(), "QUICK", 1, due);
        assertDueFrom(tiny.county(), tiny.target(), "QUICK", 2, due.plus(Duration.ofHours(2)));
        assertDueFrom(tiny.county(), tiny.target(), "QUICK", 3, due.plus(Duration.ofDays(1)));
    }

    @Test
    void aPauseMakesNoShortPeriodLong() {
        TinyCase tiny = TinyCase.openedAt(TestCounty.MONDAY.toString());
        tiny.doneAt("2026-03-02T02:00:00Z", "pause").doneAt("2026-03-09T01:00:00Z", "resume");
        Instant due = Instant.parse("2026-03-09T02:00:00Z");
        assertThat(tiny.clock("QUICK").dueAt()).isEqualTo(due);
        assertDueFrom(tiny.county(), tiny.target(), "QUICK", 2, due.plus(Duration.ofHours(2)));
    }

    @Test
    void hoursThatMakeADayCountAsDays() {
        TinyCase tiny = TinyCase.openedAt(TestCounty.MONDAY.toString());
        assertDueFrom(tiny.county(), tiny.target(), "REPLY", 1, Instant.parse("2026-03-04T01:00:00Z"));
        assertDueFrom(tiny.county(), tiny.target(), "REPLY", 2, endOf("2026-03-11"));
    }

    @Test
    void aDemonstrationEscalatesInSeconds() {
        TestCounty county = TestCounty.demonstration();
        Target application = new WelfareCase(county).submitted().target();
        Instant due = TestCounty.MONDAY.plusSeconds(60);
        assertDueFrom(county, application, "ACCEPT", 1, due);
        assertDueFrom(county, application, "ACCEPT", 2, due.plusSeconds(20));
        assertDueFrom(county, application, "ACCEPT", 3, due.plusSeconds(60));
    }

    @Test
    void aDeclarationWritesItsOwnKeyAndMovesNoSequence() {
        TestCounty county = TestCounty.legal();
        WelfareCase story = new WelfareCase(county).submitted();
        Header before = story.header();
        county.at(endOf("2026-03-03").plusSeconds(1));
        county.declareOverdue(AUDITS_TIMER, story.target(), "ACCEPT", 1);
        assertThat(story.header()).isEqualTo(before);
        OverdueOverlay overlay = county.ledger()
                .entry(new OverlayKey(Kind.WELFARE_APPLICATION, before.id(), "ACCEPT#1~L1"), OverdueOverlay.class)
                .orElseThrow();
        assertThat(overlay.declaredBy()).isEqualTo(AUDIT);
        assertThat(overlay.handlingDept()).contains("civil-affairs");
        assertThat(overlay.dueAt()).isEqualTo(endOf("2026-03-03"));
    }

    @Test
    void theSecondDeclarationAnswersTheFirst() {
        TestCounty county = TestCounty.legal();
        Target application = new WelfareCase(county).submitted().target();
        county.at(endOf("2026-03-03").plusSeconds(1));
        county.declareOverdue(TIMER, application, "ACCEPT", 1);
        int written = county.ledger().size();
        assertThat(county.declareOverdue(AUDITS_TIMER, application, "ACCEPT", 1))
                .isInstanceOf(Repeated.class);
        assertThat(county.ledger().size()).isEqualTo(written);
    }

    @Test
    void theThirdLevelOpensAFindingInTheSameTransaction() {
        TestCounty county = TestCounty.legal();
        WelfareCase story = new WelfareCase(county).submitted();
        county.at(endOf("2026-03-17").plusSeconds(1));
        county.declareOverdue(TIMER, story.target(), "ACCEPT", 3);
        Target finding = findingAbout(story.target());
        Header header = county.header(finding);
        assertThat(header.fields().text("brokenRule")).contains("OVERDUE_L3");
        assertThat(header.fields().text("unit")).contains("civil-affairs");
        assertThat(header.founding().ownerOrg()).isEqualTo(AUDIT);
        assertThat(header.clock("NOTIFY")).isPresent();
        assertThat(county.ledger()
                        .entry(
                                new OverlayKey(
                                        Kind.WELFARE_APPLICATION, story.target().id(), "finding~" + finding.id()),
                                Clear.class))
                .isPresent();
        assertThat(story.header().seq()).isEqualTo(1);
    }

    private static Target findingAbout(Target target) {
        String overlay = new OverlayKey(target.kind(), target.id(), "ACCEPT#1~L3").text();
        return new Target(Kind.AUDIT_FINDING, RecordId.openedByKey(overlay, 0));
    }

    @Test
    void aFindingThatIsItselfOverdueOpensNoOther() {
        TestCounty county = TestCounty.legal();
        Target application = new WelfareCase(county).submitted().target();
        county.at(endOf("2026-03-17").plusSeconds(1));
        county.declareOverdue(TIMER, application, "ACCEPT", 3);
        county.at("2026-06-01T01:00:00Z");
        assertThat(county.declareOverdue(TIMER, findingAbout(application), "NOTIFY", 3))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.changes()).isEmpty());
    }

    @Test
    void aResidentsWindowElapsesAndIsNeverOverdue() {
        TestCounty county = TestCounty.legal();
        WelfareCase story = new WelfareCase(county).visited();
        story.givingOpinion("REFUSE").accepted();
        story.refusing(COUNTY_DECIDER).accepted();
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
        county.at("2026-12-01T01:00:00Z");
        assertRefused(county.declareOverdue(TIMER, story.target(), "RECON_WINDOW", 1), RefusalCode.CANNOT_BE_OVERDUE);
    }

    @Test
    void whatDoesNotRunIsNotOverdue() {
        TestCounty county = TestCounty.legal();
        WelfareCase story = new WelfareCase(county).accepted();
        county.at("2026-12-01T01:00:00Z");
        assertRefused(county.declareOverdue(TIMER, story.target(), "ACCEPT", 1), RefusalCode.CLOCK_NOT_RUNNING);
        assertRefused(county.declareOverdue(TIMER, story.target(), "VERIFY", 1), RefusalCode.CLOCK_NOT_RUNNING);
        assertRefused(
                county.declareOverdue(TIMER, county.newRecord(Kind.GRIEVANCE), "ROUTE", 1), RefusalCode.UNKNOWN_RECORD);
    }

    @Test
    void aLevelThatFallsIntoAnUnpublishedYearWaitsForItsCalendar() {
        TinyCase tiny = TinyCase.openedAt("2026-12-23T01:00:00Z");
        assertThat(tiny.clock("ANSWER").dueAt()).isEqualTo(endOf("2026-12-30"));
        assertDueFrom(tiny.county(), tiny.target(), "ANSWER", 1, endOf("2026-12-30"));
        tiny.county().at("2027-02-01T01:00:00Z");
        assertRefused(tiny.county().declareOverdue(TIMER, tiny.target(), "ANSWER", 2), RefusalCode.CLOCK_PROVISIONAL);
    }

    @Test
    void withoutAPolicyThatSaysWhenThereIsNoLevel() {
        TestCounty county = TestCounty.unfounded();
        PolicyText.county(false).putInForce(county);
        Founding.WELFARE.with("accept.wd", 1, "d").putInForce(county);
        Target application = new WelfareCase(county).submitted().target();
        county.at("2026-06-01T01:00:00Z");
        assertRefused(county.declareOverdue(TIMER, application, "ACCEPT", 1), RefusalCode.POLICY_MISSING);
        Founding.OVERDUE.with("l3.wd", 10, "d").without("l2.wd").putInForce(county);
        assertRefused(county.declareOverdue(TIMER, application, "ACCEPT", 2), RefusalCode.POLICY_MISSING);
        assertRefused(county.declareOverdue(TIMER, application, "ACCEPT", 3), RefusalCode.POLICY_MISSING);
    }

    @Test
    void aResidentsOwnConduitMayDeclareToo() {
        TestCounty county = TestCounty.legal();
        Target application = new WelfareCase(county).submitted().target();
        county.at(endOf("2026-03-03").plusSeconds(1));
        Actor conduit = Actor.machine(AUDIT, Role.CONDUIT);
        assertThat(county.declareOverdue(conduit, application, "ACCEPT", 1)).isInstanceOf(Accepted.class);
    }

    @Test
    void aTimerKnowsWhenToAsk() {
        TinyCase tiny = TinyCase.openedAt("2026-12-23T01:00:00Z");
        Instant now = tiny.county().now();
        assertThat(from(tiny, "ANSWER", 1, now)).contains(endOf("2026-12-30"));
        assertThat(from(tiny, "ANSWER", 2, now)).as("a guess is no time to ask").isEmpty();
        assertThat(from(tiny, "CHOICE", 1, now)).as("a window").isEmpty();
        tiny.does("meet").accepted();
        assertThat(from(tiny, "ANSWER", 1, now)).as("met").isEmpty();
    }

    private static Optional<Instant> from(TinyCase tiny, String clock, int level, Instant now) {
        return Overdue.from(tiny.clock(clock), level, now, tiny.county().ledger());
    }

    @Test
    void levelsAreThreeAndStartsCountFromOne() {
        for (int[] bad : new int[][] {{0, 1}, {1, 0}, {1, 4}}) {
            assertThatThrownBy(() -> new OverdueDeclaration(Kind.GRIEVANCE, "g", "ROUTE", bad[0], bad[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
