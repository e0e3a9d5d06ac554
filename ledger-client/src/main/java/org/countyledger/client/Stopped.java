package org.countyledger.client;

/** The client is being closed, or the waiting thread was interrupted: operations stay as the store has them. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
        super("the ledger client was closed while waiting");
    }
}
