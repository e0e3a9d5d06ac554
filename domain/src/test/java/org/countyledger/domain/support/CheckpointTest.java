package org.countyledger.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.AUDIT;
import static org.countyledger.domain.testing.Officers.ECOLOGY;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.officer;
import static org.countyledger.domain.testing.Officers.timerOf;

import java.time.Duration;
import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.Test;

/** The root of a day that several organisations computed and one of them proposed. */
class CheckpointTest {
    private static final Target SUNDAY = new Target(Kind.CHECKPOINT, "2026-03-01");
    private static final Target MONDAY = new Target(Kind.CHECKPOINT, "2026-03-02");
    private static final String ROOT = "a".repeat(64);

    private final TestCounty county = TestCounty.legal();

    private Act claiming(Actor who, Target day, String words, long from, String root) {
        return county.by(who, day)
                .does(words)
                .with("fromBlock", from)
                .with("toBlock", from + 9)
                .with("root", root)
                .with("headerHash", "b".repeat(64));
    }

    private Act proposing(Actor who, Target day, long from) {
        return claiming(who, day, "propose", from, ROOT)
                .with("providerShares", List.of())
                .with("freeSlots", List.of());
    }

    private Act cosigning(String organisation, String root) {
        return claiming(timerOf(organisation), SUNDAY, "cosign", 0, root).with("signature", "c2lnbmF0dXJlIG9mIGEgZGF5");
    }

    private Act publishing() {
        return county.by(timerOf(AUDIT), SUNDAY).does("publish").with("place", "https://county.example/checkpoints");
    }

    @Test
    void aDayIsProposedByTheAuditOnceItIsOverAndFromTheBlockAfterTheLast() {
        proposing(timerOf(GOVERNANCE), SUNDAY, 0).refusedAs(RefusalCode.WRONG_DEPARTMENT);
        proposing(timerOf(AUDIT), MONDAY, 0).refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        proposing(timerOf(AUDIT), SUNDAY, 5).refusedAs(RefusalCode.WINDOW_NOT_CONTIGUOUS);
        proposing(timerOf(AUDIT), SUNDAY, 0).accepted();
    }

    @Test
    void itIsPublishedWhenTwoOthersComputedTheSameAndTheNextDayFollowsIt() {
        proposing(timerOf(AUDIT), SUNDAY, 0).accepted();
        cosigning(AUDIT, ROOT).refusedAs(RefusalCode.SAME_ORGANISATION);
        cosigning(GOVERNANCE, "c".repeat(64)).refusedAs(RefusalCode.FIGURES_DIFFER);
        cosigning(GOVERNANCE, ROOT).accepted();
        cosigning(GOVERNANCE, ROOT).accepted();
        publishing().refusedAs(RefusalCode.ORACLE_SIGNATURES_MISSING);
        cosigning(ECOLOGY, ROOT).accepted();
        publishing().accepted();
        assertThat(county.header(SUNDAY).state()).isEqualTo("PUBLISHED");
        assertThat(county.ledger().entry(new PointerKey("checkpoint"), Clear.class))
                .hasValueSatisfying(last -> {
                    assertThat(last.text("id")).contains("2026-03-01");
                    assertThat(last.text("root")).contains(ROOT);
                });
        county.pass(Duration.ofDays(1));
        proposing(timerOf(AUDIT), MONDAY, 0).refusedAs(RefusalCode.WINDOW_NOT_CONTIGUOUS);
        proposing(timerOf(AUDIT), MONDAY, 10).accepted();
    }

    @Test
    void whoComputesSomethingElseRejectsItAndTheNextDayCoversTheRange() {
        proposing(timerOf(AUDIT), SUNDAY, 0).accepted();
        claiming(officer(Role.AUDITOR, 1), SUNDAY, "reject", 0, ROOT).refusedAs(RefusalCode.FIGURES_EQUAL);
        Accepted rejected =
                claiming(timerOf(ECOLOGY), SUNDAY, "reject", 0, "d".repeat(64)).accepted();
        assertThat(rejected.changes().get(1).header().fields().text("brokenRule"))
                .contains("CHECKPOINT_DIFFERS");
        county.pass(Duration.ofDays(1));
        proposing(timerOf(AUDIT), MONDAY, 0).accepted();
    }
}
