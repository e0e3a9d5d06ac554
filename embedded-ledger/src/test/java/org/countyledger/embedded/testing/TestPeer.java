package org.countyledger.embedded.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.embedded.channel.VerifiedSignatures;
import org.countyledger.embedded.endorsement.PeerContext;
import org.countyledger.embedded.endorsement.ProposalChecks;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.simulation.TxSimulator;
import org.countyledger.embedded.systemcc.Cscc;
import org.countyledger.embedded.systemcc.Lifecycle;
import org.countyledger.embedded.systemcc.Qscc;
import org.countyledger.embedded.systemcc.SystemChaincode;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.SigningIdentity;

/** The peer of {@link TestChannel#CIVIL} over a state and blocks that a test fills. */
public final class TestPeer implements PeerContext {
    private final TestState state;
    private final VerifiedSignatures signatures = new VerifiedSignatures();
    private final AccessControl access = new AccessControl(TestChannel.CONFIG, signatures);
    private final ProposalChecks checks;
    private final Map<String, ChaincodeConnection> chaincodes = new HashMap<>();
    private final Map<String, SystemChaincode> systemChaincodes;

    public TestPeer(TestState state, TestBlocks blocks) {
        this.state = state;
        this.checks = new ProposalChecks(TestChannel.CONFIG, access, signatures, blocks);
        this.systemChaincodes = Map.of(
                "qscc", new Qscc(TestChannel.NAME, blocks),
                "cscc", new Cscc(TestChannel.CONFIG, blocks),
                "_lifecycle", new Lifecycle(state::snapshot));
    }

    public TestPeer serve(String name, ChaincodeConnection connection) {
        chaincodes.put(name, connection);
        return this;
    }

    @Override
    public SigningIdentity signer() {
        return TestChannel.PEER;
    }

    @Override
    public VerifiedSignatures signatures() {
        return signatures;
    }

    @Override
    public ChannelConfig channel() {
        return TestChannel.CONFIG;
    }

    @Override
    public PeerState peerState() {
        return state.peerState();
    }

    @Override
    public Optional<String> distribute(String transactionId, TxSimulator simulator) {
        return Optional.empty();
    }

    @Override
    public Instant now() {
        return TestChannel.NOW;
    }

    @Override
    public Optional<ChaincodeConnection> chaincode(String name) {
        return Optional.ofNullable(chaincodes.get(name));
    }

    @Override
    public Optional<SystemChaincode> systemChaincode(String name) {
        return Optional.ofNullable(systemChaincodes.get(name));
    }

    @Override
    public ProposalChecks checks() {
        return checks;
    }
}
