package org.countyledger.domain.lifecycle;

/** A state of one kind of record; each kind has one enum of them. */
public interface State {
    /** Name in headers, events and tables. */
    String name();

    Label label();

    default boolean isTerminal() {
        return label().isTerminal();
    }
}
