package org.countyledger.ledger.receipt;

/** Bytes are no receipt, or not written in its one form. */
public final class MalformedReceiptException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedReceiptException(String message) {
        super(message);
    }

    MalformedReceiptException(String message, Throwable cause) {
        super(message, cause);
    }
}
