package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import java.time.Duration;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.LedgerKey.UsedKey;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.TinyCase;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** Idempotency keys, sequences and times of commands. */
class RepeatTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    @Test
    void theSameCommandAgainAnswersTheFirstTransactionAndWritesNothing() {
        Act submitting = story.submitting();
        submitting.accepted();
        String firstTxId = story.header().position().lastTxId();
        story.accepting().accepted();
        county.pass(Duration.ofDays(40));
        assertThat(submitting.decided()).isEqualTo(new Repeated(firstTxId));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        story.submitting().accepted();
        story.submitting().with("band", "3").refusedAs(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void theKeyIsKeptUnderItsTagAndNeverItself() {
        Act submitting = story.submitting();
        submitting.accepted();
        Command command = submitting.command();
        Used used = county.ledger()
                .entry(new UsedKey(CIVIL_AFFAIRS, command.idempotency().tag()), Used.class)
                .orElseThrow();
        assertThat(used.mac()).isEqualTo(command.idempotency().mac());
    }

    @Test
    void twoOrganizationsWithOneKeyCollideOnTheIdAndMakeOneRecord() {
        story.submitting().accepted();
        Actor otherConduit = Actor.machine(GOVERNANCE, Role.CONDUIT);
        assertThat(county.engine()
                        .decide(
                                county.find(story.target()),
                                county.request(
                                        otherConduit,
                                        story.submitting().expecting(0).command()),
                                county.ledger()))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.ALREADY_EXISTS));
    }

    @Test
    void aCommandThatSawAnOlderRecordIsStaleAndOneThatSawANewerIsAhead() {
        story.accepted();
        story.startingVerification().expecting(1).refusedAs(RefusalCode.STALE_SEQ);
        story.startingVerification().expecting(3).refusedAs(RefusalCode.SEQ_AHEAD);
        story.startingVerification().expecting(2).accepted();
    }

    @Test
    void whatDoesNotExistCanOnlyBeCreatedAndWhatExistsCannot() {
        story.startingVerification().expecting(1).refusedAs(RefusalCode.UNKNOWN_RECORD);
        story.startingVerification().expecting(0).refusedAs(RefusalCode.ILLEGAL_TRANSITION);
        story.submitted();
        story.submitting().under(county.newKey()).expecting(0).refusedAs(RefusalCode.ALREADY_EXISTS);
    }

    @Test
    void anIdThatMightSayWhoItIsAboutIsRefused() {
        for (String id : new String[] {"zhang-san", "110101199003070011", "0f0e0d0c-0b0a-4908-8706-050403020100"}) {
            Target named = new Target(Kind.WELFARE_APPLICATION, id);
            county.by(TOWN_CLERK, named).does("submit").refusedAs(RefusalCode.MALFORMED_COMMAND);
        }
    }

    @Test
    void aCommandIsGoodUpToItsLastMoment() {
        story.submitting().notAfter(county.now().minusMillis(1)).refusedAs(RefusalCode.COMMAND_EXPIRED);
        story.submitting().notAfter(county.now()).accepted();
    }

    @Test
    void timeNeverRunsBackwardsOnARecord() {
        story.accepted();
        county.pass(Duration.ofMinutes(-5));
        story.startingVerification().notAfter(county.now()).refusedAs(RefusalCode.COMMAND_EXPIRED);
        story.startingVerification().accepted();
        assertThat(story.header().position().at()).isEqualTo(TestCounty.MONDAY);
    }

    @Test
    void aRuleThatIsNotInForceSaysSo() {
        TinyCase tiny = TinyCase.openedAt("2026-03-02T01:00:00Z");
        assertThat(tiny.does("later").refusedAs(RefusalCode.NOT_YET).rule()).isEqualTo("T09");
    }
}
