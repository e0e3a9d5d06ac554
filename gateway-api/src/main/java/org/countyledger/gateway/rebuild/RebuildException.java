package org.countyledger.gateway.rebuild;

import java.io.Serial;

/** Why the read tables could not be made again. */
public final class RebuildException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RebuildException(String sentence) {
        super(sentence);
    }

    RebuildException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
