package org.countyledger.embedded.blockfile;

/** The ledger's directory belongs to a ledger that is running. */
public final class DirectoryInUseException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public DirectoryInUseException(String message) {
        super(message);
    }
}
