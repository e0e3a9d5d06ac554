package org.countyledger.domain.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.officer;

import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pilot in one town, quarter by quarter, that grows only after an auditor has looked at it. */
class PilotStoryTest {
    private static final Actor MANAGER = officer(Role.PILOT_MANAGER, 1);
    private static final String DIGEST = "a".repeat(64);

    private final TestCounty county = TestCounty.legal();
    private final Target pilot = county.newRecord(Kind.PILOT);

    private Act manager(String words) {
        return county.by(MANAGER, pilot).does(words);
    }

    @BeforeEach
    void aPilotRuns() {
        manager("plan")
                .with("towns", List.of(Officers.TOWN))
                .with("metrics", List.of("M01", "M06"))
                .with("baselineFrom", 1L)
                .with("baselineTo", 50L)
                .accepted();
        manager("start").accepted();
    }

    private void reviewed() {
        manager("reviewQuarter")
                .with("snapshotDigest", DIGEST)
                .with("fromBlock", 51L)
                .with("toBlock", 90L)
                .with("queryDigest", DIGEST)
                .accepted();
    }

    @Test
    void eachQuarterIsReviewedAndTheNextHasAClockOfItsOwn() {
        reviewed();
        manager("iterate").with("changes", List.of("LONGER_HOURS")).accepted();
        Clock quarter = county.header(pilot).clock("QUARTER").orElseThrow();
        assertThat(quarter.n()).isEqualTo(2);
        assertThat(quarter.state()).isEqualTo(Clock.State.RUNNING);
        assertThat(county.header(pilot).clock("QUARTER", 1).orElseThrow().state())
                .isEqualTo(Clock.State.MET);
    }

    @Test
    void itGrowsOnlyAfterAReviewThatAnAuditorCommented() {
        Act early = manager("expand").with("scope", "all towns").with("auditorsComment", "none");
        early.refusedAs(RefusalCode.ILLEGAL_TRANSITION);
        reviewed();
        manager("expand")
                .with("scope", "all towns")
                .with("auditorsComment", "none")
                .refusedAs(RefusalCode.LINK_INVALID);
        Target comment = county.newRecord(Kind.AUDIT_FINDING);
        county.by(officer(Role.AUDITOR, 1), comment)
                .does("open")
                .with("brokenRule", "PILOT_COMMENT")
                .with("severity", "LOW")
                .with("unit", "grid-centre")
                .with("evidenceKeys", List.of())
                .accepted();
        manager("expand")
                .with("scope", "all towns")
                .with("auditorsComment", comment.id())
                .accepted();
        assertThat(county.header(pilot).state()).isEqualTo("EXPANDED");
    }
}
