package org.countyledger.domain.sharing;

import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;

/** Who filed a correction request, and which department it is about. */
final class Corrections {
    private static final String SOURCE = "source";
    private static final String FILER = "filer";

    private Corrections() {}

    static Guard saysWhoFiles() {
        return Guard.that(
                situation -> situation.text("filedBy").equals(situation.actor().isConduit() ? "KEY" : "STEWARD"),
                RefusalCode.FIELD_INVALID);
    }

    static void found(Situation situation, Draft draft) {
        String source = situation.text(SOURCE);
        draft.handledBy(Guards.organizationOf(situation, source), source);
        Effects.registersKey().apply(situation, draft);
        situation.actor().department().ifPresent(department -> draft.set(FILER, department));
    }

    static Guard bySource() {
        return Guard.that(
                situation -> situation.field(SOURCE).equals(situation.actor().department()),
                RefusalCode.WRONG_DEPARTMENT);
    }

    /** A resident's request is the key's to pursue, a steward's its department's. */
    static Guard byWhoFiled() {
        return Guard.that(
                situation -> situation.actor().isConduit()
                        ? situation.field("filedBy").equals(Optional.of("KEY"))
                        : situation.field("filedBy").equals(Optional.of("STEWARD"))
                                && situation
                                        .field(FILER)
                                        .equals(situation.actor().department()),
                RefusalCode.WRONG_DEPARTMENT);
    }
}
