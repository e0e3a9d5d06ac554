package org.countyledger.domain.lifecycle;

/** What a row does to the record beyond state, clocks and shown fields. Must not fail: guards come first. */
@FunctionalInterface
public interface Effect {
    void apply(Situation situation, Draft draft);
}
