package org.countyledger.risk.forest;

import java.io.Serial;

/** Bytes that no writer of ours has written. */
public final class NotCanonicalException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotCanonicalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    NotCanonicalException(String sentence) {
        super(sentence);
    }

    static void unless(boolean canonical, String sentence) {
        if (!canonical) {
            throw new NotCanonicalException(sentence);
        }
    }
}
