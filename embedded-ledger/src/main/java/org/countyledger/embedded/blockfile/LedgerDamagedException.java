package org.countyledger.embedded.blockfile;

/** A block that was once durable is not what it was. Nothing is repaired: the operator decides. */
public final class LedgerDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerDamagedException(String message) {
        super(message);
    }
}
