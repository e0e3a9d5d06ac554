package org.countyledger.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.countyledger.client.Drafts.Draft;
import org.countyledger.client.block.BlockSink;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationStore;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.StagingRequest;

/**
 * A client of the ledger for the identities of one process. Calls block and are meant for virtual threads. Nothing is
 * called done before a block says that it is valid; nothing is sent that is not stored, private values excepted; no wait
 * is without a limit ({@link LedgerSettings}).
 */
public final class LedgerClient implements AutoCloseable {
    private final LedgerSettings settings;
    private final ClientIdentities identities;
    private final OperationStore store;
    private final Connections connections;
    private final Lookup lookup;
    private final Attesting attesting;
    private final Drafts drafts;
    private final CommitStream commits;
    private final Operations operations;
    private final PrivateRun privately;
    private final OwnKeyRun ownKeys;

    private LedgerClient(LedgerSettings settings, List<Peer> peers, ClientIdentities identities, OperationStore store) {
        this.settings = settings;
        this.identities = identities;
        this.store = store;
        this.connections = new Connections(peers);
        Asking asking = new Asking(connections, settings.retries().stalePause());
        this.lookup = new Lookup(settings, connections, asking);
        this.attesting = new Attesting(settings, connections);
        this.drafts = new Drafts(settings, connections);
        this.commits = new CommitStream(settings, connections, lookup, identities.reader());
        Delivery delivery = new Delivery(settings, connections, lookup, commits, identities.reader());
        this.privately = new PrivateRun(settings, drafts, asking, delivery);
        this.operations = new Operations(
                settings, identities, store, new OperationRun(settings, store, drafts, asking, delivery));
        this.ownKeys = new OwnKeyRun(settings, connections, drafts, asking);
    }

    /**
     * Opens a client and takes up every open operation of its owner. No peer needs to be up.
     *
     * @param peers tried in this order, own organisation's first; closed with the client
     */
    public static LedgerClient open(
            LedgerSettings settings, List<Peer> peers, ClientIdentities identities, OperationStore store) {
        LedgerClient client = new LedgerClient(settings, peers, identities, store);
        client.commits.start();
        client.operations.start();
        return client;
    }

    /**
     * Asks the contract.
     *
     * @throws org.countyledger.client.operation.LedgerException if it is refused or not answered
     * @throws IdentityException if there is no such identity
     */
    public byte[] evaluate(String subject, Query query) {
        return lookup.evaluate(identities.get(subject), query);
    }

    /**
     * An operation that carries a submission out.
     *
     * @param isNew false: it was open before, for a submission with the same idempotency tag and mac
     */
    public record Started(Operation operation, boolean isNew) {}

    /**
     * Stores the submission as an operation and begins to carry it out. When this returns, the operation is durable and
     * will be resolved, by this process or after a restart.
     *
     * @return the new operation, PENDING; or the open one that has the same idempotency tag and mac
     * @throws org.countyledger.client.operation.StoreException if it could not be stored; then nothing was sent
     * @throws IdentityException if there is no such identity
     */
    public Started begin(Submission submission) {
        ClientIdentity identity = identities.get(submission.subject());
        Draft draft = drafts.draft(identity, submission);
        Operation operation = opened(identity, submission, draft.txId());
        return beginOrTwin(operation, () -> operations.begin(operation, identity, draft));
    }

    private Operation opened(ClientIdentity identity, Submission submission, String txId) {
        return Operation.opened(settings.owner(), identity.mspId(), submission, txId, Instant.now());
    }

    private Started beginOrTwin(Operation operation, BooleanSupplier begin) {
        while (!begin.getAsBoolean()) {
            Optional<Operation> twin =
                    operation.submission().idempotency().flatMap(key -> store.findOpen(operation.mspId(), key));
            if (twin.isPresent()) {
                return new Started(twin.get(), false);
            }
        }
        return new Started(operation, true);
    }

    /** {@link #begin}, for callers to whom an operation that was open before is as good. */
    public Operation start(Submission submission) {
        return begin(submission).operation();
    }

    /**
     * Makes a proposal for somebody who signs by an own key. Nothing is stored or sent.
     *
     * @throws IdentityException if there is no such identity
     */
    public Unsigned propose(Submission submission) {
        return ownKeys.propose(identities.get(submission.subject()), submission);
    }

    /** The same for a private write. */
    public Unsigned propose(PrivateSubmission submission) {
        return ownKeys.propose(identities.get(submission.subject()), submission);
    }

    /**
     * Has a proposal endorsed that its owner has signed.
     *
     * @throws OwnKeyException if it is not this identity's, or not what may be sent for it
     * @throws org.countyledger.client.operation.LedgerException if it was refused or not answered
     */
    public Unsigned endorse(String subject, Signed proposal) {
        return ownKeys.endorse(identities.get(subject), proposal);
    }

    /**
     * Carries a private write to a block that was endorsed, and signed by its owner, and waits for it.
     *
     * @throws OwnKeyException if it is not this identity's, or not what may be sent for it
     * @throws org.countyledger.client.operation.LedgerException if it is not known to be VALID
     */
    public Staged stage(String subject, Signed transaction) {
        ClientIdentity identity = identities.get(subject);
        OwnKeyRun.Staged staged = ownKeys.staged(identity, transaction);
        return new Staged(staged.request(), privately.run(identity, staged.sealed()));
    }

    /** What was staged, and how that ended. */
    public record Staged(StagingRequest request, PrivateOutcome outcome) {}

    /**
     * Stores an endorsed transaction that its owner has signed as an operation, and begins to send it; the same transaction
     * again is the same operation.
     *
     * @throws OwnKeyException if it is not this identity's, or not what may be sent for it
     * @throws org.countyledger.client.operation.StoreException if it could not be stored; then nothing was sent
     */
    public Operation start(String subject, Signed transaction) {
        ClientIdentity identity = identities.get(subject);
        OwnKeyRun.Ready ready = ownKeys.ready(identity, transaction);
        Optional<Operation> earlier = store.findByTransaction(ready.sealed().txId());
        Operation operation =
                opened(identity, ready.submission(), ready.sealed().txId());
        return earlier.orElseGet(() -> beginOrTwin(
                        operation, () -> operations.begin(operation, identity, ready.sealed()))
                .operation());
    }

    /**
     * {@link #start}, then waits until the operation has ended or is UNKNOWN: at most the deadlines of endorsing and of
     * committing, once for each attempt.
     */
    public Operation submit(Submission submission) {
        return operations.join(start(submission));
    }

    /**
     * Carries a private write to a block and waits for it. Nothing of it is stored: after a failure that leaves the outcome
     * open, the same again finds out.
     *
     * @throws org.countyledger.client.operation.LedgerException if it was refused or is not known to be VALID
     * @throws IdentityException if there is no such identity
     */
    public PrivateOutcome submit(PrivateSubmission submission) {
        return privately.run(identities.get(submission.subject()), submission);
    }

    /** The operation as it is when it has ended or is UNKNOWN, or after this time. */
    public Optional<Operation> await(UUID id, Duration limit) {
        return operations.await(id, limit);
    }

    public Optional<Operation> operation(UUID id) {
        return store.find(id);
    }

    /** The operation that used this transaction id, also when that attempt was lost. */
    public Optional<Operation> operationOf(String txId) {
        return store.findByTransaction(txId);
    }

    /**
     * Looks again after an open operation: asks the peers, sends the identical envelope once more, follows it. This also
     * happens by itself every {@link LedgerSettings.Retries#sweep}.
     */
    public Optional<Operation> followUnknown(UUID id) {
        return store.find(id).map(operations::resumeAndJoin);
    }

    /** A committed transaction with its verdict and endorsing organisations, valid or not. */
    public Optional<TransactionSummary> transaction(String subject, String txId) {
        return lookup.transaction(identities.get(subject), txId);
    }

    /**
     * Has {@code wanted} organisations sign what they know of a committed transaction: its envelope and its validation
     * code. Nothing is written. Waits at most the deadline of endorsing.
     *
     * @param subject whose certificate will stand in the answer: a machine's, never an officer's
     * @throws IdentityException if there is no such identity
     */
    public Attestation attest(String subject, String txId, int wanted) {
        return attesting.attest(identities.get(subject), txId, wanted);
    }

    /** Number of blocks on the chain, as the first peer that answers sees it. */
    public long height() {
        return lookup.height(identities.reader());
    }

    /** Why commits are not seen by the block stream at the moment, for health pages; they are then asked for. */
    public Optional<String> trouble() {
        return commits.trouble();
    }

    /** Follows all blocks into the sink from its checkpoint on, until closed. */
    public BlockFollower follow(String name, BlockSink sink) {
        BlockFollower follower = new BlockFollower(name, settings, connections, identities.reader(), sink);
        follower.start();
        return follower;
    }

    @Override
    public void close() {
        operations.close();
        commits.close();
        connections.close();
    }
}
