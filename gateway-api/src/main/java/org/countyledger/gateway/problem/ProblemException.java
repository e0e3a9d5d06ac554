package org.countyledger.gateway.problem;

import java.io.Serial;

/** Carries what went wrong to the one place that answers; what it says is for the caller. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public ProblemException(Finding finding) {
        super(finding.code().text(), null, false, false);
        this.finding = finding;
    }

    public ProblemException(ProblemCode code) {
        this(Finding.of(code));
    }

    public Finding finding() {
        return finding;
    }
}
