package org.countyledger.gateway.timer;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.projection.LedgerFacts;
import org.springframework.stereotype.Component;

/** Turns acts into submissions. A command that the tables would refuse, as far as is known here, is not sent at all. */
@Component
final class TimerCommands {
    private static final Duration VALIDITY = Duration.ofMinutes(2);
    private static final String FIX_DUE = "fixDue";
    private static final int KEY_BYTES = 32;

    private final Engine engine;
    private final LedgerFacts facts;
    private final SecureRandom random = new SecureRandom();

    TimerCommands(Engine engine, LedgerFacts facts) {
        this.engine = engine;
        this.facts = facts;
    }

    Optional<Submission> submission(Header header, Act act, ClientIdentity timer) {
        return switch (act) {
            case Act.TakeRow take -> allowed(header, take.row().action(), variant(take), timer);
            case Act.FixDue fix -> allowed(header, FIX_DUE, clock(fix.clock()), timer);
            case Act.DeclareOverdue overdue ->
                Optional.of(Submission.overdue(
                        timer.subject(),
                        new Submission.Target(header.kind().wireName(), header.id()),
                        overdue.clock().name(),
                        overdue.clock().n(),
                        overdue.level()));
        };
    }

    private static Clear variant(Act.TakeRow take) {
        return take.row()
                .passage()
                .variant()
                .map(variant -> Clear.of("variant", variant))
                .orElse(Clear.EMPTY);
    }

    private static Clear clock(Clock clock) {
        return Clear.of("clock", clock.name()).with("n", clock.n());
    }

    private Optional<Submission> allowed(Header header, String action, Clear clear, ClientIdentity timer) {
        Command command = command(header, action, clear);
        Request request = new Request(command, Roster.actor(timer), new Moment(Instant.now(), "", "", ""));
        return engine.decide(Optional.of(header), request, facts) instanceof Decision.Accepted
                ? Optional.of(Submission.of(timer.subject(), command))
                : Optional.empty();
    }

    private Command command(Header header, String action, Clear clear) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new Command(
                header.kind(),
                header.id(),
                action,
                header.seq(),
                clear,
                Collections.emptySortedMap(),
                new IdempotencyKey(key).over(header.kind(), header.id(), action, clear, Collections.emptySortedMap()),
                Instant.now().plus(VALIDITY),
                List.of());
    }
}
