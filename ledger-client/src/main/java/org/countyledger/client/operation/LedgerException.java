package org.countyledger.client.operation;

/** A failure of the ledger where there is no operation to hold it: a query that was refused or not answered. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient LedgerFailure failure;

    public LedgerException(LedgerFailure failure) {
        super(failure.sentence() + " [" + failure.txId() + "]");
        this.failure = failure;
    }

    public LedgerFailure failure() {
        return failure;
    }
}
