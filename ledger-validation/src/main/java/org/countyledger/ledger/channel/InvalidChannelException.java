package org.countyledger.ledger.channel;

/** A channel configuration that cannot be used; the message says what is wrong with it. */
public final class InvalidChannelException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidChannelException(String message) {
        super(message);
    }

    public InvalidChannelException(String message, Throwable cause) {
        super(message, cause);
    }
}
