package org.countyledger.chaincode;

import java.io.Serial;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;

/** Carries a refusal to the one place that answers; never leaves the contract. */
final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    static RefusedException of(RefusalCode code) {
        return new RefusedException(Refusal.of(code, ""));
    }

    Refusal refusal() {
        return refusal;
    }
}
