package org.countyledger.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.POLICY_OFFICER;
import static org.countyledger.domain.testing.Officers.POLICY_RATIFIER;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.inRole;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Founding;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.PolicyText;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.countyledger.domain.time.CountyTime;
import org.junit.jupiter.api.Test;

/** The numbers of the law are records that two organisations agree on. */
class PolicyTest {
    private static final PolicyText DEMO_WELFARE = PolicyText.of("welfare", Purpose.DEMO, "accept.wd 60 s");

    private final TestCounty nothing = TestCounty.unfounded();

    private TestCounty founded(boolean demonstration) {
        PolicyText.county(demonstration).putInForce(nothing);
        return nothing;
    }

    @Test
    void theCountyComesFirst() {
        Founding.WELFARE.proposedIn(nothing).refusedAs(RefusalCode.COUNTY_NOT_FOUNDED);
        PolicyText.county(false).proposedIn(nothing).accepted();
        Founding.WELFARE.proposedIn(nothing).refusedAs(RefusalCode.COUNTY_NOT_FOUNDED);
        PolicyText.county(false).ratifiedIn(nothing).accepted();
        Founding.WELFARE.proposedIn(nothing).accepted();
    }

    @Test
    void noRecordIsOpenedBeforeThereIsACountyAndAPolicyForIt() {
        new WelfareCase(nothing).submitting().refusedAs(RefusalCode.PROGRAMME_CLOSED);
        new WelfareCase(founded(false)).submitting().refusedAs(RefusalCode.POLICY_MISSING);
    }

    @Test
    void aDemonstrationsPolicyIsRefusedByAnyOtherCounty() {
        DEMO_WELFARE.proposedIn(founded(false)).refusedAs(RefusalCode.PURPOSE_NOT_ALLOWED);
        DEMO_WELFARE.with(Purpose.TEST).proposedIn(nothing).refusedAs(RefusalCode.PURPOSE_NOT_ALLOWED);
    }

    @Test
    void aDemonstrationTakesEveryPurposeAndCountsItsOwnInSeconds() {
        founded(true);
        DEMO_WELFARE.proposedIn(nothing).accepted();
        Founding.OVERDUE.proposedIn(nothing).accepted();
        PolicyText.of("audit", Purpose.DEMO, "notify.wd 3 wd")
                .proposedIn(nothing)
                .refusedAs(RefusalCode.POLICY_INVALID);
        PolicyText.of("audit", Purpose.TEST, "notify.wd 3 s")
                .proposedIn(nothing)
                .accepted();
    }

    @Test
    void aCountyIsADemonstrationOrNotForEver() {
        founded(false);
        String later = nothing.now().plus(Duration.ofDays(1)).toString();
        PolicyText.county(true).version(2, later).proposedIn(nothing).refusedAs(RefusalCode.PURPOSE_NOT_ALLOWED);
        PolicyText.county(false).version(2, later).proposedIn(nothing).accepted();
    }

    @Test
    void versionsFollowOneAnother() {
        founded(false);
        Founding.WELFARE
                .version(2, PolicyText.LONG_AGO)
                .proposedIn(nothing)
                .refusedAs(RefusalCode.POLICY_VERSION_WRONG);
        Founding.WELFARE.putInForce(nothing);
        Founding.WELFARE.proposedIn(nothing).expecting(0).refusedAs(RefusalCode.ALREADY_EXISTS);
        Founding.WELFARE
                .version(3, "2026-06-01T00:00:00Z")
                .proposedIn(nothing)
                .refusedAs(RefusalCode.POLICY_VERSION_WRONG);
        Founding.WELFARE.version(2, "2026-06-01T00:00:00Z").proposedIn(nothing).accepted();
    }

    @Test
    void onlyAFirstVersionTakesEffectBeforeItIsProposed() {
        founded(false);
        Founding.WELFARE.putInForce(nothing);
        Founding.WELFARE
                .version(2, nothing.now().minusSeconds(1).toString())
                .proposedIn(nothing)
                .refusedAs(RefusalCode.POLICY_INVALID);
    }

    @Test
    void theProposerDoesNotRatifyNorDoesItsOrganization() {
        founded(false);
        Founding.WELFARE.proposedIn(nothing).accepted();
        nothing.by(at("AuditMSP", "audit", inRole(Role.POLICY_RATIFIER, POLICY_OFFICER)), Founding.WELFARE.target())
                .does("ratify")
                .with("documentDigest", "d".repeat(64))
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        nothing.by(at("GovernanceMSP", "petitions", POLICY_RATIFIER), Founding.WELFARE.target())
                .does("ratify")
                .with("documentDigest", "d".repeat(64))
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        Founding.WELFARE.ratifiedIn(nothing).accepted();
    }

    @Test
    void theLawHasADocument() {
        founded(false);
        Founding.WELFARE.proposedIn(nothing).accepted();
        Founding.WELFARE.ratifiedIn(nothing).without("documentDigest").refusedAs(RefusalCode.FIELD_MISSING);
    }

    @Test
    void everyEntrySaysItsValueItsUnitAndItsSource() {
        founded(false);
        for (String part : new String[] {"value", "unit", "source"}) {
            PolicyText text = Founding.WELFARE;
            text.proposedIn(nothing)
                    .with("entries", text.entries().with("total.wd", entryWithout(text, part)))
                    .refusedAs(RefusalCode.POLICY_INVALID);
        }
    }

    private static Object entryWithout(PolicyText text, String part) {
        return text.entries().object("total.wd").orElseThrow().without(part);
    }

    @Test
    void noPeriodIsLongerThanACenturyOrShorterThanNothing() {
        founded(false);
        for (long days : new long[] {-1, 36_601, Long.MAX_VALUE}) {
            Founding.WELFARE.with("total.wd", days, "wd").proposedIn(nothing).refusedAs(RefusalCode.POLICY_INVALID);
        }
        Founding.WELFARE.with("total.wd", "thirty", "wd").proposedIn(nothing).refusedAs(RefusalCode.POLICY_INVALID);
        Founding.WELFARE.with("total.wd", 36_600, "wd").proposedIn(nothing).accepted();
    }

    @Test
    void aCountyHasACodeAndSaysWhetherItIsADemonstration() {
        PolicyText.county(false)
                .with("code", "33012", "text")
                .proposedIn(nothing)
                .refusedAs(RefusalCode.POLICY_INVALID);
        PolicyText.county(false).without("demonstration").proposedIn(nothing).refusedAs(RefusalCode.POLICY_INVALID);
    }

    @Test
    void theIdIsThatOfPolicyAndVersion() {
        founded(false);
        Founding.WELFARE.proposedIn(nothing).with("version", 7).refusedAs(RefusalCode.POLICY_INVALID);
    }

    @Test
    void theRatifiedTextIsKeptWordForWord() {
        Founding.WELFARE.putInForce(founded(false));
        PolicyVersion kept = new PolicyBook(nothing.ledger()).text("welfare", 1).orElseThrow();
        assertThat(kept.entries()).isEqualTo(Founding.WELFARE.entries());
        assertThat(new PolicyBook(nothing.ledger()).refAt("welfare", nothing.now()))
                .contains(kept.ref());
    }

    @Test
    void aRecordKeepsTheVersionItWasOpenedUnder() {
        TestCounty county = TestCounty.legal();
        WelfareCase before = new WelfareCase(county).submitted();
        Founding.WELFARE
                .version(2, county.now().plusSeconds(60).toString())
                .with("total.wd", 25, "wd")
                .putInForce(county);
        county.pass(Duration.ofMinutes(1));
        WelfareCase after = new WelfareCase(county).submitted();
        before.accepting().accepted();
        after.accepting().accepted();
        assertThat(before.clock("TOTAL").basis()).isEqualTo("welfare.total.wd@1");
        assertThat(before.clock("TOTAL").dueAt()).isEqualTo(CountyTime.endOf(LocalDate.parse("2026-04-14")));
        assertThat(after.clock("TOTAL").basis()).isEqualTo("welfare.total.wd@2");
        assertThat(after.clock("TOTAL").dueAt()).isEqualTo(CountyTime.endOf(LocalDate.parse("2026-04-07")));
    }

    @Test
    void onlyALawThatSaysSoMovesRecordsThatAreOpen() {
        TestCounty county = TestCounty.legal();
        WelfareCase story = new WelfareCase(county).submitted();
        Clock running = story.clock("ACCEPT");
        PolicyText second = Founding.WELFARE.version(2, county.now().toString()).with("total.wd", 25, "wd");
        second.putInForce(county);
        moving(story, 2).refusedAs(RefusalCode.POLICY_VERSION_WRONG);
        PolicyText third =
                second.version(3, county.now().plusSeconds(60).toString()).with("total.wd", 20, "wd");
        third.proposedIn(county).with("appliesToOpen", true).accepted();
        third.ratifiedIn(county).accepted();
        moving(story, 3).refusedAs(RefusalCode.POLICY_VERSION_WRONG);
        county.pass(Duration.ofMinutes(1));
        moving(story, 3).accepted();
        assertThat(story.clock("ACCEPT")).as("what runs goes on as it was").isEqualTo(running);
        story.accepting().accepted();
        assertThat(story.clock("TOTAL").basis()).isEqualTo("welfare.total.wd@3");
        moving(story, 2).refusedAs(RefusalCode.POLICY_VERSION_WRONG);
    }

    private static Act moving(WelfareCase story, int version) {
        return story.by(Officers.TIMER).does("movePolicy").with("version", version);
    }

    @Test
    void aNoticeHangsAsLongAsItsApplicationsVersionSays() {
        TestCounty county = TestCounty.legal();
        WelfareCase story = new WelfareCase(county).onNotice();
        Founding.WELFARE
                .version(2, county.now().toString())
                .with("notice.days", 3, "d24")
                .putInForce(county);
        story.posting().accepted();
        assertThat(story.endOfNotice()).isEqualTo(county.now().plus(Duration.ofDays(7)));
    }

    @Test
    void aLaterVersionDoesNotWorkBeforeItsTime() {
        Founding.WELFARE.putInForce(founded(false));
        Instant later = nothing.now().plus(Duration.ofDays(3));
        Founding.WELFARE.version(2, later.toString()).putInForce(nothing);
        PolicyBook book = new PolicyBook(nothing.ledger());
        assertThat(book.at("welfare", later.minusMillis(1)).map(PolicyVersion::version))
                .contains(1L);
        assertThat(book.at("welfare", later).map(PolicyVersion::version)).contains(2L);
    }
}
