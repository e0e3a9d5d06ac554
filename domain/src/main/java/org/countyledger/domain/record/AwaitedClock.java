package org.countyledger.domain.record;

/**
 * A clock that starts when the delivery of a document is recorded (Z06; ✉ in the tables).
 *
 * @param parameter name of the period's policy entry, without suffix
 */
public record AwaitedClock(String name, String parameter, boolean window, Document document) {

    /** A private value by the group and the event that named it. */
    public record Document(String group, long seq) {}
}
