package org.countyledger.oracle.sensor;

/** Bytes that are no message of the profile in docs/architecture/readings.md; says why in few words. */
public final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedMessage(String why) {
        super(why);
    }

    MalformedMessage(String why, Throwable cause) {
        super(why, cause);
    }
}
