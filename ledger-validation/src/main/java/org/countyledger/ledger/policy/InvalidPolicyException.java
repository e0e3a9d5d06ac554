package org.countyledger.ledger.policy;

/** A policy that cannot be evaluated: not parsable, of an unknown type, or pointing outside of its identities. */
public final class InvalidPolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidPolicyException(String message) {
        super(message);
    }

    public InvalidPolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
