package org.countyledger.domain.lifecycle;

/** Whether something holds in a situation. */
@FunctionalInterface
public interface Condition {
    boolean holds(Situation situation);

    default Condition not() {
        return situation -> !holds(situation);
    }
}
