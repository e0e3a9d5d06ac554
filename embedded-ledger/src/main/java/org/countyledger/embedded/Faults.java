package org.countyledger.embedded;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.countyledger.embedded.chaincode.ChaincodeConnection;
import org.countyledger.embedded.commit.CommitStep;
import org.countyledger.embedded.gateway.StatusGate;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What a test may do to a ledger, so that it need not wait for misfortune. Thread safe; all faults end with a reset. */
public final class Faults {
    private static final int HALTED = 137;

    private final Supplier<Chain> chain;
    private final List<OrganizationPeer> peers;
    private final Map<String, LedgerServer> servers;
    private final StatusGate statuses;
    private final Queue<LaggingPeer> lagging = new ConcurrentLinkedQueue<>();

    Faults(
            Supplier<Chain> chain,
            List<OrganizationPeer> peers,
            Map<String, LedgerServer> servers,
            StatusGate statuses) {
        this.chain = chain;
        this.peers = peers;
        this.servers = servers;
        this.statuses = statuses;
    }

    private OrganizationPeer peer(String mspId) {
        return peers.stream()
                .filter(peer -> peer.mspId().equals(mspId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No organisation " + mspId + " on this ledger"));
    }

    private Optional<LedgerServer> server(String mspId) {
        return Optional.ofNullable(servers.get(mspId));
    }

    /** Stops an organisation's peer: its calls end, new ones are UNAVAILABLE, nobody asks it, no private data reach it. */
    public void stop(String mspId) {
        peer(mspId).setRunning(false);
        freeze(mspId);
        server(mspId).ifPresent(server -> server.services().stop());
    }

    /** Starts it again; it hears what it has missed and fetches private data that other members hold. */
    public void start(String mspId) {
        thaw(mspId);
        chain.get().reconcile(mspId);
        peer(mspId).setRunning(true);
        server(mspId).ifPresent(server -> server.services().start());
    }

    /** Keeps an organisation at its present height: it endorses and answers by an older state. */
    public void freeze(String mspId) {
        peer(mspId).view().freeze();
    }

    public void thaw(String mspId) {
        peer(mspId).view().thaw();
    }

    /**
     * Keeps an organisation up to so many blocks behind the others for as long as blocks come; a while after the last one it
     * catches up, as a slow peer does.
     */
    public void lag(String mspId, int blocks) {
        lagging.add(LaggingPeer.start(peer(mspId).view(), blocks));
    }

    /** Refuses transactions as orderers without a quorum do. */
    public void stopOrdering() {
        chain.get().orderer().pause();
    }

    public void startOrdering() {
        chain.get().orderer().resume();
    }

    /** Takes transactions and cuts no blocks, until {@link #cutBlock} or {@link #releaseBlocks}. */
    public void holdBlocks() {
        chain.get().orderer().hold();
    }

    /** Makes one block of all transactions that are held. */
    public void cutBlock() {
        chain.get().orderer().cutHeld();
    }

    public int heldTransactions() {
        return chain.get().orderer().held();
    }

    public void releaseBlocks() {
        chain.get().orderer().release();
    }

    /** Never answers what became of this transaction. */
    public void loseCommitStatus(String transactionId) {
        statuses.lose(transactionId);
    }

    /** Never answers the next questions what became of a transaction. */
    public void loseCommitStatuses(int next) {
        statuses.loseNext(next);
    }

    /** Answers no such question until {@link #releaseCommitStatuses}. */
    public void holdCommitStatuses() {
        statuses.hold();
    }

    public void releaseCommitStatuses() {
        statuses.release();
    }

    /** Finds a transaction so, whatever it deserves. An auditor's replay will contradict. */
    public void forceCode(String transactionId, TxValidationCode code) {
        chain.get().faults().force(transactionId, code);
    }

    /** Alters the next answer of an organisation's peer to a proposal. */
    public void alterNextEndorsement(String mspId, UnaryOperator<ProposalResponse> change) {
        peer(mspId).alterNext(change);
    }

    /** Breaks the stream to an organisation's chaincode; the next call dials anew. */
    public void dropChaincode(String mspId, String chaincode) {
        peer(mspId).chaincode(chaincode).ifPresent(ChaincodeConnection::drop);
    }

    /** Runs an action on the committing thread whenever a block has passed a step. */
    public void at(CommitStep step, Runnable action) {
        chain.get().faults().at(step, action);
    }

    /** Ends the process, as a power failure would, when the next block has passed a step. */
    public void haltAt(CommitStep step) {
        at(step, () -> Runtime.getRuntime().halt(HALTED));
    }

    /** Ends all faults. */
    public void clear() {
        for (LaggingPeer peer = lagging.poll(); peer != null; peer = lagging.poll()) {
            peer.close();
        }
        statuses.clear();
        chain.get().faults().clear();
        startOrdering();
        releaseBlocks();
        for (OrganizationPeer peer : peers) {
            peer.alterNothing();
            if (!peer.isRunning()) {
                start(peer.mspId());
            }
            thaw(peer.mspId());
        }
    }
}
