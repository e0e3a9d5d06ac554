package org.countyledger.domain.lifecycle;

import java.util.Optional;

/** Something that must be true, named by it; says its refusal itself. */
@FunctionalInterface
public interface Guard {
    Optional<Refusal> check(Situation situation);

    /** Refuses with {@code code} unless the condition holds. */
    static Guard that(Condition condition, RefusalCode code) {
        return situation -> condition.holds(situation) ? Optional.empty() : situation.refuse(code);
    }

    /** Applies only while the condition holds. */
    default Guard onlyIf(Condition condition) {
        return situation -> condition.holds(situation) ? check(situation) : Optional.empty();
    }
}
