package org.countyledger.embedded.gateway;

import org.countyledger.embedded.endorsement.EndorserAnswer;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** One organisation's peer, as the gateways see it. */
public interface EndorsingPeer {
    String mspId();

    /** Host and port, for error details. */
    String address();

    boolean isRunning();

    /** How many blocks it has heard of. */
    long height();

    /** Whether it can execute the chaincode: a system chaincode, or one it has an endpoint of. */
    boolean serves(String chaincode);

    /** Blocks until the proposal is executed or refused. */
    EndorserAnswer process(SignedProposal proposal);
}
