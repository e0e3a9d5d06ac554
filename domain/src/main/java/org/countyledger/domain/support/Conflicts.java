package org.countyledger.domain.support;

import java.util.Optional;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/** A declared conflict of interest as other rows see it (Z08, K52). */
final class Conflicts {
    static final String FLAG = "CONFLICT";

    private Conflicts() {}

    /** The officer named, or the actor himself, declared a conflict with the record. */
    static Guard declared() {
        return Guard.that(
                situation -> situation
                        .record(
                                Kind.CONFLICT_DECLARATION,
                                RecordId.conflictDeclaration(situation.command().id(), situation.text("officer")))
                        .flatMap(declaration -> declaration.fields().text("answer"))
                        .filter(FLAG::equals)
                        .isPresent(),
                RefusalCode.CONFLICT_UNDECLARED);
    }

    /** Others than SUPERVISOR and AUDITOR flag their own conflict only. */
    static Condition isAboutOneself() {
        return situation -> isSelf(situation, situation.text("officer"));
    }

    /** The declaration is the actor's own. */
    static Guard isOwnDeclaration() {
        return Guard.that(
                situation -> isSelf(situation, situation.field("staff").orElse("")), RefusalCode.NOT_THE_NAMED_OFFICER);
    }

    private static boolean isSelf(Situation situation, String staff) {
        return situation.actor().staff().equals(Optional.of(staff));
    }
}
