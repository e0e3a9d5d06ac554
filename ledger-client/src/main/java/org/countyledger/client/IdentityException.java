package org.countyledger.client;

/** An identity is unknown, or its files cannot be read. */
public final class IdentityException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IdentityException(String message) {
        super(message);
    }

    IdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
