package org.countyledger.domain.lifecycle;

/** Whether something holds in a situation. */
@FunctionalInterface
public interface Condition {
    /** Holds everywhere; this very object, so that tables can be read out. */
    Condition ALWAYS = situation -> true;

    boolean holds(Situation situation);

    default Condition not() {
        return situation -> !holds(situation);
    }
}
