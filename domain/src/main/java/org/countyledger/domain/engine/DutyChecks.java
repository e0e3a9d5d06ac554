package org.countyledger.domain.engine;

import java.util.Optional;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/** Separation of duty and recusal (domain.md 3.8). */
final class DutyChecks {
    private static final String NONE = "NONE";

    private DutyChecks() {}

    static Optional<Refusal> check(Situation situation) {
        return situation
                .actor()
                .staff()
                .flatMap(staff -> separation(situation, staff)
                        .or(() -> secondHand(situation, staff))
                        .or(() -> conflict(situation, staff)));
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
        Row row = situation.row();
        return situation
                .before()
                .flatMap(header -> row.checks().separations().stream()
                        .flatMap(rule -> rule
                                .broken(header, row.effects().duty(), staff)
                                .flatMap(duty -> situation.refuse(
                                        RefusalCode.SEPARATION_OF_DUTY, rule.name() + ": " + duty.name()))
                                .stream())
                        .findFirst());
    }

    /** Of two officers in one row, the second is another one. */
    private static Optional<Refusal> secondHand(Situation situation, String staff) {
        return situation
                .before()
                .flatMap(Header::pending)
                .filter(pending -> situation.row().checks().twice()
                        && pending.action().equals(situation.row().action())
                        && pending.staff().equals(staff))
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
