package org.countyledger.client;

/** What came back from somebody with an own key cannot be sent for them. Nothing was sent. */
public final class OwnKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Fault {
        /** Not a proposal or transaction of this channel's contract that carries one command. */
        NOT_A_COMMAND,
        /** Made for somebody else's certificate. */
        NOT_YOURS,
        /** Not signed by the certificate's key, or over something else. */
        BAD_SIGNATURE,
        /** Made too long ago: endorsers would refuse it, or its time would no longer be the time at which it was sent. */
        STALE
    }

    private final Fault fault;

    OwnKeyException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
