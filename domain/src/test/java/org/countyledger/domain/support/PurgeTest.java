package org.countyledger.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.AUDIT;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.TIMER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.lifecycle.Draft.Purge;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.PolicyText;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** Private values go when their time is over; their commitments stay. */
class PurgeTest {
    private static final Actor DPO = at(CIVIL_AFFAIRS, "civil-affairs", officer(Role.DPO, 1));

    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    private WelfareCase withdrawn() {
        story.submitted();
        story.byResident().does("withdraw").accepted();
        return story;
    }

    private Act purging(Actor actor, String basis, String... groups) {
        return story.by(actor).does("purge").with("groups", List.of(groups)).with("basis", basis);
    }

    private ContentKey key(String group) {
        return new ContentKey(Kind.WELFARE_APPLICATION, story.target().id(), group, 1);
    }

    private static void retention(TestCounty county) {
        PolicyText.of("retention", Purpose.LEGAL, """
                r3.mo 36 mo
                r5.mo 60 mo
                r10.mo 120 mo
                abandoned.mo 12 mo
                """).putInForce(county);
    }

    @Test
    void aRequestPurgesTheGroupsAndAnEventNamesThem() {
        withdrawn();
        String commitment =
                Objects.requireNonNull(story.header().groups().get("form")).commitment();
        Accepted purged = purging(DPO, "PIPL_47", "form", "consent").accepted();
        assertThat(purged.purges())
                .containsExactly(new Purge(CIVIL_AFFAIRS, key("form")), new Purge(CIVIL_AFFAIRS, key("consent")));
        assertThat(county.ledger().contentHash(CIVIL_AFFAIRS, key("form"))).isEmpty();
        assertThat(Objects.requireNonNull(story.header().groups().get("form")).commitment())
                .isEqualTo(commitment);
        assertThat(county.events(story.target()).getLast().clear().texts("groups"))
                .containsExactly("form", "consent");
        assertThat(story.state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void theCopiesOfOtherOrganisationsGoWithIt() {
        withdrawn();
        county.ledger().stage(AUDIT, key("form"), "a".repeat(64));
        assertThat(purging(DPO, "PIPL_47", "form").accepted().purges())
                .containsExactlyInAnyOrder(new Purge(CIVIL_AFFAIRS, key("form")), new Purge(AUDIT, key("form")));
    }

    @Test
    void nothingIsPurgedTwice() {
        withdrawn();
        purging(DPO, "PIPL_47", "form").accepted();
        purging(DPO, "PIPL_47", "form").refusedAs(RefusalCode.ALREADY_PURGED);
        purging(DPO, "PIPL_47", "consent").accepted();
    }

    @Test
    void anOpenRecordKeepsEverything() {
        story.submitted();
        purging(DPO, "PIPL_47", "form").refusedAs(RefusalCode.RECORD_OPEN);
    }

    @Test
    void onlyTheHoldersOwnOfficerAndTheTimerPurge() {
        withdrawn();
        purging(at(AUDIT, "audit", officer(Role.DPO, 1)), "PIPL_47", "form").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        purging(TOWN_CLERK, "PIPL_47", "form").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        purging(TIMER, "PIPL_47", "form").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        purging(DPO, "PIPL_47", "opinion").refusedAs(RefusalCode.DOCUMENT_UNKNOWN);
    }

    @Test
    void retentionHasToBeOver() {
        withdrawn();
        purging(TIMER, "RETENTION", "form").refusedAs(RefusalCode.POLICY_MISSING);
        retention(county);
        purging(TIMER, "RETENTION", "form").refusedAs(RefusalCode.RETENTION_RUNNING);
        county.pass(Duration.ofDays(364));
        purging(TIMER, "RETENTION", "form").refusedAs(RefusalCode.RETENTION_RUNNING);
        county.pass(Duration.ofDays(2));
        purging(TIMER, "RETENTION", "form").accepted();
    }

    @Test
    void nothingIsPurgedWhileAFindingAboutTheRecordIsOpen() {
        story.submitted();
        county.pass(Duration.ofDays(40));
        county.declareOverdue(TIMER, story.target(), "ACCEPT", 3);
        story.byResident().does("withdraw").accepted();
        purging(DPO, "PIPL_47", "form").refusedAs(RefusalCode.FINDING_OPEN);
    }
}
