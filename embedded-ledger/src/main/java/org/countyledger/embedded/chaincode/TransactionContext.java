package org.countyledger.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.countyledger.embedded.simulation.TxSimulator;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** One execution of one chaincode: what its stream's requests refer to. */
public final class TransactionContext {
    private final String channel;
    private final String transactionId;
    private final String chaincode;
    private final SignedProposal proposal;
    private final TxSimulator simulator;
    private final Map<String, QueryCursor> cursors = new ConcurrentHashMap<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final CompletableFuture<ChaincodeMessage> answer = new CompletableFuture<>();

    public TransactionContext(
            String channel, String transactionId, String chaincode, SignedProposal proposal, TxSimulator simulator) {
        this.channel = channel;
        this.transactionId = transactionId;
        this.chaincode = chaincode;
        this.proposal = proposal;
        this.simulator = simulator;
    }

    /** The same transaction as another chaincode of this channel sees it. */
    public TransactionContext calling(String callee) {
        return new TransactionContext(channel, transactionId, callee, proposal, simulator);
    }

    String key() {
        return key(channel, transactionId);
    }

    static String key(String channel, String transactionId) {
        return channel + "/" + transactionId;
    }

    /** False while the last request is unanswered. */
    boolean beginRequest() {
        return pending.compareAndSet(false, true);
    }

    void endRequest() {
        pending.set(false);
    }

    public String channel() {
        return channel;
    }

    String transactionId() {
        return transactionId;
    }

    String chaincode() {
        return chaincode;
    }

    SignedProposal proposal() {
        return proposal;
    }

    /** The serialized identity of the client who sent the proposal; empty bytes where it cannot be read. */
    ByteString creator() {
        try {
            Header header = Header.parseFrom(
                    Proposal.parseFrom(proposal.getProposalBytes()).getHeader());
            return SignatureHeader.parseFrom(header.getSignatureHeader()).getCreator();
        } catch (InvalidProtocolBufferException e) {
            return ByteString.EMPTY;
        }
    }

    public TxSimulator simulator() {
        return simulator;
    }

    void open(String id, QueryCursor cursor) {
        cursors.put(id, cursor);
    }

    Optional<QueryCursor> cursor(String id) {
        return Optional.ofNullable(cursors.get(id));
    }

    void close(String id) {
        cursors.remove(id);
    }

    CompletableFuture<ChaincodeMessage> answer() {
        return answer;
    }
}
