package org.countyledger.domain.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Pending;

/** The row's own guards, the moment it waits for, and agreement of two officers. */
final class GuardChecks {
    private static final long OTHERS_SECONDS = 60;

    private GuardChecks() {}

    static Optional<Refusal> check(Situation situation) {
        for (Guard guard : situation.row().checks().guards()) {
            Optional<Refusal> refusal = guard.check(situation);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return tooEarly(situation).or(() -> differs(situation));
    }

    private static Optional<Refusal> tooEarly(Situation situation) {
        if (situation.row().checks().onlyTimerWaits() && !situation.actor().isTimer()) {
            return Optional.empty();
        }
        return situation.row().checks().notBefore().flatMap(trigger -> {
            Optional<Instant> moment = trigger.moment(situation.header(), situation.facts()::header)
                    .map(due -> due.plus(patience(situation)));
            if (moment.isEmpty()) {
                return situation.refuse(RefusalCode.CLOCK_NOT_RUNNING);
            }
            return situation.at().isBefore(moment.get())
                    ? situation.refuse(RefusalCode.CLOCK_NOT_ELAPSED, "availableAt=" + moment.get())
                    : Optional.empty();
        });
    }

    /** The owner's timer fires at once, the others' when the owner's is late (domain.md 3.3). */
    private static Duration patience(Situation situation) {
        boolean owners = situation
                .header()
                .founding()
                .ownerOrg()
                .equals(situation.actor().mspId());
        if (owners || !situation.actor().isTimer()) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(situation
                .policy("timer")
                .flatMap(timer -> timer.integer("others.seconds"))
                .orElse(OTHERS_SECONDS));
    }

    private static Optional<Refusal> differs(Situation situation) {
        return pendingOf(situation)
                .filter(pending -> !pending.digest().equals(Pendings.digest(situation)))
                .flatMap(pending -> situation.refuse(RefusalCode.PENDING_DIFFERS));
    }

    static Optional<Pending> pendingOf(Situation situation) {
        if (!situation.row().checks().twice()) {
            return Optional.empty();
        }
        return situation
                .before()
                .flatMap(Header::pending)
                .filter(pending -> pending.action().equals(situation.row().action()));
    }
}
