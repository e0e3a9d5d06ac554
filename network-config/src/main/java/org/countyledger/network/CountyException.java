package org.countyledger.network;

/** Something that the person at the command line has to know: one sentence of what is wrong and what to do. */
public final class CountyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CountyException(String sentence) {
        super(sentence);
    }

    public CountyException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
