package org.countyledger.risk;

import java.io.Serial;

/** What a person must know, in one sentence. */
public final class RiskException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RiskException(String sentence) {
        super(sentence);
    }

    public RiskException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
