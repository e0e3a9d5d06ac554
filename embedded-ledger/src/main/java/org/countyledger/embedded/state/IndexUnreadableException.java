package org.countyledger.embedded.state;

/** The index file is damaged or of another form; it may be deleted and rebuilt from the block file. */
public final class IndexUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IndexUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
