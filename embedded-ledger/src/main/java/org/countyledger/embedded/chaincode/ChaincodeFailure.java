package org.countyledger.embedded.chaincode;

/** A transaction that could not be executed; the message is what the peer answers behind {@code error in simulation: }. */
public final class ChaincodeFailure extends Exception {
    private static final long serialVersionUID = 1;
    private final String text;

    public ChaincodeFailure(String text) {
        super(text);
        this.text = text;
    }

    public String text() {
        return text;
    }
}
