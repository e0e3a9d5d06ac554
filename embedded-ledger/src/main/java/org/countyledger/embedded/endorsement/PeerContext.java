package org.countyledger.embedded.endorsement;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.channel.VerifiedSignatures;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.simulation.TxSimulator;
import org.countyledger.embedded.systemcc.SystemChaincode;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.SigningIdentity;

/** What an endorser needs of the peer it belongs to. */
public interface PeerContext {
    SigningIdentity signer();

    VerifiedSignatures signatures();

    ChannelConfig channel();

    /** Public and own private state at the peer's height; the caller closes it. */
    PeerState peerState();

    /** Brings a transaction's clear private writes to the members; why it must not be endorsed if that fails. */
    Optional<String> distribute(String transactionId, TxSimulator simulator);

    Instant now();

    Optional<ChaincodeConnection> chaincode(String name);

    Optional<SystemChaincode> systemChaincode(String name);

    ProposalChecks checks();
}
