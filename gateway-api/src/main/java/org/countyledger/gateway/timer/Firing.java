package org.countyledger.gateway.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.projection.LedgerFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out one act: under the timer of the organisation that owns the record, and a while later, should that come to
 * nothing, under the others'.
 */
@Component
final class Firing {
    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
    private static final long OTHERS_SECONDS = 60;

    private final LedgerClient client;
    private final Roster roster;
    private final TimerCommands commands;
    private final PolicyBook policies;

    Firing(LedgerClient client, Roster roster, TimerCommands commands, LedgerFacts facts) {
        this.client = client;
        this.roster = roster;
        this.commands = commands;
        this.policies = new PolicyBook(facts);
    }

    /** What came of an act. */
    enum Outcome {
        DONE,
        /** To be tried again, after a while. */
        FAILED,
        /** The tables would refuse it; what they look at rings again when it changes. */
        NOT_ALLOWED
    }

    Outcome fire(Header header, Act act) {
        Outcome outcome = Outcome.FAILED;
        for (ClientIdentity timer : timers(header, act)) {
            outcome = fire(header, act, timer);
            if (outcome != Outcome.FAILED) {
                return outcome;
            }
        }
        return outcome;
    }

    private List<ClientIdentity> timers(Header header, Act act) {
        String owner = header.founding().ownerOrg();
        Turn turn = new Turn(owner, act.at(), othersPatience());
        Instant now = Instant.now();
        return roster.timers().stream()
                .filter(timer -> turn.isOf(timer.mspId(), now))
                .sorted(Comparator.comparing(timer -> !timer.mspId().equals(owner)))
                .toList();
    }

    private Duration othersPatience() {
        return Duration.ofSeconds(policies.at("timer", Instant.now())
                .flatMap(policy -> policy.integer("others.seconds"))
                .orElse(OTHERS_SECONDS));
    }

    private Outcome fire(Header header, Act act, ClientIdentity timer) {
        return commands.submission(header, act, timer).map(this::submit).orElse(Outcome.NOT_ALLOWED);
    }

    private Outcome submit(Submission submission) {
        Operation operation = client.submit(submission);
        operation.failure().ifPresent(failure -> report(operation, failure));
        return operation.state() == OperationState.VALID ? Outcome.DONE : Outcome.FAILED;
    }

    /** That somebody else was faster, or that it is too early, is no error; it is looked at again later. */
    private static void report(Operation operation, LedgerFailure failure) {
        if (failure instanceof LedgerFailure.Refused refused) {
            LOG.debug("Operation {} of a timer was refused: {}", operation.id(), refused.code());
        } else {
            LOG.warn("Operation {} of a timer came to nothing: {}", operation.id(), failure.sentence());
        }
    }
}
