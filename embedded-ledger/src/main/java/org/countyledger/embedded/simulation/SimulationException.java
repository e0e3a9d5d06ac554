package org.countyledger.embedded.simulation;

/** A ledger call of a chaincode that the peer refuses; the message is Fabric's. */
public final class SimulationException extends Exception {
    private static final long serialVersionUID = 1;

    public SimulationException(String message) {
        super(message);
    }
}
