package org.countyledger.client.operation;

import java.sql.SQLException;

/** The store could not be read or written. Nothing is sent to the ledger that could not be stored before. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String what, SQLException cause) {
        super(what + " failed: " + cause.getMessage(), cause);
    }
}
