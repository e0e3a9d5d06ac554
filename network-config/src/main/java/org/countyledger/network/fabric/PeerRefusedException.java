package org.countyledger.network.fabric;

import java.io.Serial;

/** What a peer said instead of an answer; worth asking again while a network starts. */
final class PeerRefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    PeerRefusedException(String message) {
        super(message);
    }

    PeerRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
