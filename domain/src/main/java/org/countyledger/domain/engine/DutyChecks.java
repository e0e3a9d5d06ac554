package org.countyledger.domain.engine;

import java.util.Optional;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/** Separation of duty and recusal (domain.md 3.8). */
final class DutyChecks {
    private static final String NONE = "NONE";

    private DutyChecks() {}

    static Optional<Refusal> check(Situation situation) {
        Optional<String> staff = situation.actor().staff();
        if (staff.isEmpty()) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = separation(situation, staff.get());
        if (refusal.isEmpty()) {
            refusal = secondHand(situation, staff.get());
        }
        return refusal.isEmpty() ? conflict(situation, staff.get()) : refusal;
    }

    /** Whether no separated duty stands in the way. */
    static boolean isSeparate(Situation situation) {
        return situation
                .actor()
                .staff()
                .flatMap(staff -> separation(situation, staff).or(() -> secondHand(situation, staff)))
                .isEmpty();
    }

    private static Optional<Refusal> separation(Situation situation, String staff) {
        if (situation.before().isEmpty()) {
            return Optional.empty();
        }
        Row row = situation.row();
        for (Separation rule : row.checks().separations()) {
            Optional<Duty> broken =
                    rule.broken(situation.header(), row.effects().duty(), staff);
            if (broken.isPresent()) {
                return situation.refuse(
                        RefusalCode.SEPARATION_OF_DUTY,
                        rule.name() + ": " + broken.get().name());
            }
        }
        return Optional.empty();
    }

    /** Of two officers in one row, the second is another one. */
    private static Optional<Refusal> secondHand(Situation situation, String staff) {
        return GuardChecks.pendingOf(situation)
                .filter(pending -> pending.staff().equals(staff))
                .flatMap(pending -> situation.refuse(RefusalCode.SEPARATION_OF_DUTY, "Two officers must submit it."));
    }

    private static Optional<Refusal> conflict(Situation situation, String staff) {
        if (!situation.row().checks().noConflict()) {
            return Optional.empty();
        }
        String declaration = RecordId.conflictDeclaration(situation.command().id(), staff);
        return situation
                .record(Kind.CONFLICT_DECLARATION, declaration)
                .flatMap(declared -> declared.fields().text("answer"))
                .map(answer -> answer.equals(NONE) ? Optional.<Refusal>empty() : situation.refuse(RefusalCode.RECUSED))
                .orElseGet(() -> situation.refuse(RefusalCode.CONFLICT_UNDECLARED));
    }
}
