package org.countyledger.network.api;

/** Somebody who submits commands: an officer with a token, or a resident with a key. */
@FunctionalInterface
public interface Desk {

    /**
     * Submits, and waits until it is committed.
     *
     * @throws org.countyledger.network.CountyException if it was refused or its outcome is not known in time
     */
    Written submit(Draft draft);
}
