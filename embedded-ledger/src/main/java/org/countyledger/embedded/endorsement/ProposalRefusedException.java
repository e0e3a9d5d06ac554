package org.countyledger.embedded.endorsement;

/** A proposal that is refused before anything is executed; Fabric sends it as an error beside the response. */
final class ProposalRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final String text;

    ProposalRefusedException(String text) {
        super(text);
        this.text = text;
    }

    String text() {
        return text;
    }
}
