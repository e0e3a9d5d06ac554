package org.countyledger.domain.engine;

import java.io.Serial;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;

/** Ends a decision from within an effect whose policy entry is not there; never leaves the engine. */
final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final String detail;

    RefusedException(RefusalCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    Refusal refusal(String rule) {
        return Refusal.of(code, rule, detail);
    }
}
