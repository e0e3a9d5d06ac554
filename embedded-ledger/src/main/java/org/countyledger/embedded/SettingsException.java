package org.countyledger.embedded;

/** The ledger's settings cannot be used; the message is one sentence for the operator. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
