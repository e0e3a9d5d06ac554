package org.countyledger.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** A small county's half year; {@code scripts/simulate} lives a whole one. What watches it can fail. */
class CountyYearTest {
    private static CountyYear lived(long seed) {
        return new CountyYear(Scale.small(seed)).live(line -> {});
    }

    @Test
    void aCountyLivesWithoutBreakingWhatMustAlwaysHold() {
        CountyYear year = lived(1);
        assertThat(year.totals().steps()).isGreaterThan(800);
        assertThat(year.totals().rules())
                .containsKeys("A28", "A29", "B28", "B33", "K64", "K66", "K68", "H21")
                .containsKeys("E18", "F46", "G34", "H07", "J22");
        assertThat(year.intruder().refusals())
                .containsKeys(
                        RefusalCode.ILLEGAL_TRANSITION,
                        RefusalCode.ROLE_NOT_ALLOWED,
                        RefusalCode.SIGNATURE_REQUIRED,
                        RefusalCode.SIGNATURE_INVALID,
                        RefusalCode.KEY_UNKNOWN,
                        RefusalCode.SEPARATION_OF_DUTY,
                        RefusalCode.RECUSED,
                        RefusalCode.CLOCK_NOT_ELAPSED,
                        RefusalCode.COMMAND_EXPIRED);
        assertThat(year.brokenRecord()).isEmpty();
    }

    @Test
    void theTotalsAreThoseOfAPlainRecomputation() {
        CountyYear year = lived(2);
        assertThat(year.recomputed().states()).isEqualTo(year.totals().states());
        assertThat(year.recomputed().rules()).isEqualTo(year.totals().rules());
        assertThat(year.money().recomputed())
                .isNotEmpty()
                .isEqualTo(year.money().paidByMonth());
    }

    @Test
    void oneSeedIsOneHistory() {
        String history = lived(3).digest();
        assertThat(lived(3).digest()).isEqualTo(history);
        assertThat(lived(4).digest()).isNotEqualTo(history);
    }

    private final TestCounty county = TestCounty.legal();
    private final Watch watch = new Watch(county);
    private final WelfareCase story = new WelfareCase(county);

    private static Change forged(Change change, String from, String to) {
        String header = CanonicalJson.text(change.header()).replace(from, to);
        String event = CanonicalJson.text(change.event()).replace(from, to);
        return new Change(CanonicalJson.read(header, Header.class), CanonicalJson.read(event, Event.class));
    }

    private static Accepted only(Change change) {
        return new Accepted(List.of(change), List.of());
    }

    @Test
    void aMonthThatIsInstructedOrPaidTwiceIsSeen() {
        county.watchedBy(watch);
        story.granted();
        Change instructed = story.instructingPayment(Officers.FINANCE_OFFICER)
                .accepted()
                .changes()
                .get(1);
        assertThat(instructed.header().kind()).isEqualTo(Kind.DISBURSEMENT);
        assertThatThrownBy(() -> new Money(county).check(instructed))
                .hasMessageContaining("before the county confirmed");
        assertThatThrownBy(() -> watch.money().check(instructed)).hasMessageContaining("instructed twice");
        Change paid = paid(Target.of(instructed.header()));
        assertThatThrownBy(() -> watch.money().check(paid)).hasMessageContaining("paid twice");
    }

    private Change paid(Target payment) {
        county.by(Officers.FINANCE_CHECKER, payment)
                .does("release")
                .staging("bankFile")
                .accepted();
        county.by(Officers.FINANCE_OFFICER, payment)
                .does("reserve")
                .staging("bankReturn")
                .accepted();
        return county.by(Officers.FINANCE_OFFICER, payment)
                .does("commit")
                .staging("bankReturn")
                .accepted()
                .changes()
                .getFirst();
    }

    @Test
    void aSurveyorWhoPaysIsSeen() {
        county.watchedBy(watch);
        story.granted();
        Change instructed = story.instructingPayment(Officers.FINANCE_OFFICER)
                .accepted()
                .changes()
                .getFirst();
        String payer = WelfareCase.staff(Officers.FINANCE_OFFICER);
        String surveyor = WelfareCase.staff(Officers.TOWN_CLERK);
        assertThatThrownBy(() -> watch.money().check(forged(instructed, payer, surveyor)))
                .hasMessageContaining("also pays");
    }

    @Test
    void aClockThatIsResetOrMovedUnlistedIsSeen() {
        story.accepted();
        Act step = story.startingVerification();
        Change honest = ((Accepted) step.decided()).changes().getFirst();
        watch.accept(only(honest));
        String total = county.header(story.target())
                .clock("TOTAL")
                .orElseThrow()
                .dueAt()
                .toString();
        assertThatThrownBy(() -> watch.accept(only(forged(honest, total, "2026-12-01T16:00:00Z"))))
                .hasMessageContaining("TOTAL");
    }

    @Test
    void aClosingWithoutTheResidentsKeyIsSeen() {
        story.submitted();
        Change honest = ((Accepted) story.byResident().does("withdraw").decided())
                .changes()
                .getFirst();
        watch.accept(only(honest));
        Event unsigned = CanonicalJson.read(
                CanonicalJson.text(honest.event()).replace(KeyRole.HOLDER.name(), KeyRole.WITNESS.name()), Event.class);
        assertThatThrownBy(() -> watch.accept(only(new Change(honest.header(), unsigned))))
                .hasMessageContaining("without the resident's key");
    }

    @Test
    void aWindowThatNoDeliveryBeganOrThatIsNotOverIsSeen() {
        story.visited();
        story.givingOpinion("REFUSE").accepted();
        story.refusing(Officers.COUNTY_DECIDER).accepted();
        story.papers().deliver(Officers.COUNTY_DECIDER, story.target(), "decision");
        Instant due = story.clock("RECON_WINDOW").dueAt();
        county.at(due);
        Change honest = ((Accepted) story.by(Officers.TIMER).does("closeWindow").decided())
                .changes()
                .getFirst();
        Optional<Header> before = county.find(story.target());
        Closings closings = new Closings(county);
        closings.check(before, honest);
        Change early =
                forged(honest, due.toString(), due.minus(Duration.ofDays(1)).toString());
        assertThatThrownBy(() -> closings.check(before, early)).hasMessageContaining("before the window was over");
        Closings elsewhere = new Closings(emptyOf(before.orElseThrow()));
        assertThatThrownBy(() -> elsewhere.check(before, honest)).hasMessageContaining("without a proved delivery");
    }

    /** A county whose ledger has no events of this record. */
    private static TestCounty emptyOf(Header record) {
        TestCounty other = TestCounty.legal();
        assertThat(other.find(Target.of(record))).isEmpty();
        return other;
    }
}
