package org.countyledger.ledger.receipt;

/** Carries the check that failed to the one place that answers. */
final class RefusedReceiptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Check check;

    RefusedReceiptException(Check check, String sentence) {
        super(sentence, null, false, false);
        this.check = check;
    }

    Verdict.Refused verdict() {
        return new Verdict.Refused(check, String.valueOf(getMessage()));
    }
}
