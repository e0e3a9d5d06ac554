package org.countyledger.embedded;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.channel.VerifiedSignatures;
import org.countyledger.embedded.endorsement.Endorser;
import org.countyledger.embedded.endorsement.EndorserAnswer;
import org.countyledger.embedded.endorsement.PeerContext;
import org.countyledger.embedded.endorsement.ProposalChecks;
import org.countyledger.embedded.gateway.EndorsingPeer;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.simulation.TxSimulator;
import org.countyledger.embedded.systemcc.SystemChaincode;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** One organisation's peer: its key and its chaincode instances over the one copy of the state. */
final class OrganizationPeer implements PeerContext, EndorsingPeer {
    private final OrganizationSetup organization;
    private final Chain chain;
    private final Map<String, ChaincodeConnection> chaincodes;
    private final Endorser endorser = new Endorser(this);
    private volatile String address;

    OrganizationPeer(OrganizationSetup organization, Chain chain, Map<String, ChaincodeConnection> chaincodes) {
        this.organization = organization;
        this.chain = chain;
        this.chaincodes = Map.copyOf(chaincodes);
        this.address = organization.host() + ":" + Math.max(0, organization.peerPort());
    }

    OrganizationSetup organization() {
        return organization;
    }

    /** Tells the port that was free. */
    void boundTo(String boundAddress) {
        address = boundAddress;
    }

    @Override
    public String mspId() {
        return organization.mspId();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public boolean serves(String chaincode) {
        return chaincodes.containsKey(chaincode) || systemChaincode(chaincode).isPresent();
    }

    @Override
    public EndorserAnswer process(SignedProposal proposal) {
        return endorser.process(proposal);
    }

    @Override
    public SigningIdentity signer() {
        return organization.peer();
    }

    @Override
    public VerifiedSignatures signatures() {
        return chain.signatures();
    }

    @Override
    public ChannelConfig channel() {
        return chain.channel();
    }

    @Override
    public PeerState peerState() {
        return chain.peerState(mspId());
    }

    @Override
    public Optional<String> distribute(String transactionId, TxSimulator simulator) {
        return chain.distribute(transactionId, mspId(), simulator.privateSets());
    }

    @Override
    public Instant now() {
        return chain.now();
    }

    @Override
    public Optional<ChaincodeConnection> chaincode(String name) {
        return Optional.ofNullable(chaincodes.get(name));
    }

    @Override
    public Optional<SystemChaincode> systemChaincode(String name) {
        return chain.systemChaincode(name);
    }

    @Override
    public ProposalChecks checks() {
        return chain.checks();
    }

    void dialChaincodes() {
        chaincodes.values().forEach(ChaincodeConnection::dial);
    }

    void close() {
        chaincodes.values().forEach(ChaincodeConnection::close);
    }
}
