package org.countyledger.embedded;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
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
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** One organisation's peer: its key and its chaincode instances over what it has heard of the one chain. */
final class OrganizationPeer implements PeerContext, EndorsingPeer {
    private final OrganizationSetup organization;
    private final Map<String, ChaincodeConnection> chaincodes;
    private final Endorser endorser = new Endorser(this);
    private final AtomicReference<Optional<UnaryOperator<ProposalResponse>>> alteration =
            new AtomicReference<>(Optional.empty());
    private volatile OrganizationView view;
    private volatile String address;
    private volatile boolean isRunning = true;

    OrganizationPeer(
            OrganizationSetup organization, OrganizationView view, Map<String, ChaincodeConnection> chaincodes) {
        this.organization = organization;
        this.view = view;
        this.chaincodes = Map.copyOf(chaincodes);
        this.address = organization.host() + ":" + Math.max(0, organization.peerPort());
    }

    OrganizationSetup organization() {
        return organization;
    }

    /** Goes on with another chain. */
    void follow(OrganizationView other) {
        view = other;
    }

    OrganizationView view() {
        return view;
    }

    /** Tells the port that was free. */
    void boundTo(String boundAddress) {
        address = boundAddress;
    }

    void setRunning(boolean running) {
        isRunning = running;
    }

    /** The next answer that is executed is altered before it leaves. */
    void alterNext(UnaryOperator<ProposalResponse> change) {
        alteration.set(Optional.of(change));
    }

    void alterNothing() {
        alteration.set(Optional.empty());
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
        return isRunning;
    }

    @Override
    public long height() {
        return view.follower().progress().height();
    }

    @Override
    public boolean serves(String chaincode) {
        return chaincodes.containsKey(chaincode) || systemChaincode(chaincode).isPresent();
    }

    @Override
    public EndorserAnswer process(SignedProposal proposal) {
        EndorserAnswer answer = endorser.process(proposal);
        return answer instanceof EndorserAnswer.Answered answered
                ? alteration
                        .getAndSet(Optional.empty())
                        .<EndorserAnswer>map(change -> new EndorserAnswer.Answered(change.apply(answered.response())))
                        .orElse(answer)
                : answer;
    }

    @Override
    public SigningIdentity signer() {
        return organization.peer();
    }

    @Override
    public VerifiedSignatures signatures() {
        return view.chain().signatures();
    }

    @Override
    public ChannelConfig channel() {
        return view.chain().channel();
    }

    @Override
    public PeerState peerState() {
        return view.peerState();
    }

    @Override
    public Optional<String> distribute(String transactionId, TxSimulator simulator) {
        return view.chain().distribute(transactionId, mspId(), simulator.privateSets());
    }

    @Override
    public Instant now() {
        return view.chain().now();
    }

    @Override
    public Optional<ChaincodeConnection> chaincode(String name) {
        return Optional.ofNullable(chaincodes.get(name));
    }

    @Override
    public Optional<SystemChaincode> systemChaincode(String name) {
        return view.systemChaincode(name);
    }

    @Override
    public ProposalChecks checks() {
        return view.checks();
    }

    void dialChaincodes() {
        chaincodes.values().forEach(ChaincodeConnection::dial);
    }

    void close() {
        chaincodes.values().forEach(ChaincodeConnection::close);
    }
}
