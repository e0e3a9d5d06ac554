package org.countyledger.client.operation;

/** Where an operation stands. Only {@link #VALID} means that something was written. */
public enum OperationState {
    /** Being endorsed, or on its way to a block. */
    PENDING,
    /** A transaction of it is committed and valid, or the ledger answered that an earlier one already was. */
    VALID,
    /** Over, and nothing was written: marked invalid in a block, or never sent. The failure says which. */
    INVALID,
    /** Sent, and no block with it was seen before the deadline. It may still commit; it is never sent under a new id. */
    UNKNOWN,
    /** The contract said no, with a code. Nothing was sent. */
    REFUSED;

    /** Whether a transaction of this operation may still be committed. */
    public boolean isOpen() {
        return this == PENDING || this == UNKNOWN;
    }
}
