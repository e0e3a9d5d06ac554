package org.countyledger.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.channel.VerifiedSignatures;
import org.countyledger.embedded.commit.CommitFaults;
import org.countyledger.embedded.commit.CommitWaiters;
import org.countyledger.embedded.commit.Committer;
import org.countyledger.embedded.commit.Follower;
import org.countyledger.embedded.commit.LedgerFiles;
import org.countyledger.embedded.commit.Redo;
import org.countyledger.embedded.deliver.DeliverSource;
import org.countyledger.embedded.deliver.PrivateSource;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.embedded.ordering.Broadcast;
import org.countyledger.embedded.ordering.Orderer;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.CollectionView;
import org.countyledger.embedded.privatedata.Distribution;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.privatedata.PrivateSet;
import org.countyledger.embedded.state.BlockIndex;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.embedded.state.CommittedBlocks;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.validation.BlockValidator;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;

/** The one chain: ordering, validation, storage, and what all organisations read from it. */
final class Chain implements AutoCloseable {
    private final LedgerFiles files;
    private final LedgerClock clock;
    private final ChannelConfig channel;
    private final VerifiedSignatures signatures = new VerifiedSignatures();
    private final AccessControl access;
    private final CommittedBlocks blocks;
    private final Follower follower = new Follower();
    private final Map<String, OrganizationView> views = new LinkedHashMap<>();
    private final CommitFaults faults;
    private final CollectionConfigs collections;
    private final Distribution distribution;
    private final Committer committer;
    private final Orderer orderer;
    private final Broadcast broadcast;

    /**
     * What a chain is made of besides its files.
     *
     * @param known the channel's configuration, where it was read before
     * @param base blocks that files without any begin with
     * @param newGenesis block 0 where there is no other
     * @param isRunning whether an organisation's peer takes part in private data
     */
    record Parts(
            List<OrganizationSetup> organizations,
            BatchSettings batch,
            LedgerClock clock,
            Optional<ChannelConfig> known,
            List<Block> base,
            Supplier<Block> newGenesis,
            Predicate<String> isRunning) {
        Parts {
            base = List.copyOf(base);
        }

        List<String> mspIds() {
            return organizations.stream().map(OrganizationSetup::mspId).toList();
        }
    }

    private Chain(LedgerFiles files, Parts parts) throws InvalidChannelException {
        this.files = files;
        this.clock = parts.clock();
        this.faults = new CommitFaults();
        this.blocks = new CommittedBlocks(files.log(), files.store());
        if (files.store().height() == 0) {
            Redo redo = new Redo(files, parts.known().map(CollectionConfigs::new));
            parts.base().forEach(block -> redo.apply(block, files.log().append(block)));
        }
        Block genesis = blocks.block(0).orElseGet(parts.newGenesis());
        this.channel = parts.known().isPresent() ? parts.known().get() : ChannelConfig.of(genesis);
        this.access = new AccessControl(channel, signatures);
        this.collections = new CollectionConfigs(channel);
        this.distribution = new Distribution(files.privates(), parts.mspIds(), parts.isRunning());
        List<Follower> followers = new ArrayList<>(List.of(follower));
        for (String mspId : parts.mspIds()) {
            Follower own = new Follower();
            followers.add(own);
            views.put(mspId, new OrganizationView(mspId, this, own));
        }
        this.committer = new Committer(files, new BlockValidator(channel, signatures), followers, faults);
        if (files.store().height() == 0) {
            committer.commitGenesis(genesis);
        }
        Block last = blocks.block(files.store().height() - 1).orElseThrow();
        this.orderer = new Orderer(
                parts.batch(),
                parts.organizations().stream().map(OrganizationSetup::orderer).toList(),
                last.getHeader(),
                committer);
        this.broadcast = new Broadcast(channel, access, parts.batch(), clock::now, orderer);
    }

    /** Opens the chain of these files, which are closed with it, also when it cannot be opened. */
    static Chain open(LedgerFiles files, Parts parts) throws InvalidChannelException {
        Chain chain;
        try {
            chain = new Chain(files, parts);
        } catch (InvalidChannelException | RuntimeException e) {
            files.close();
            throw e;
        }
        chain.committer.start();
        chain.orderer.start();
        return chain;
    }

    ChannelConfig channel() {
        return channel;
    }

    VerifiedSignatures signatures() {
        return signatures;
    }

    AccessControl access() {
        return access;
    }

    BlockStore blocks() {
        return blocks;
    }

    BlockStore blocksUntil(LongSupplier height) {
        return new CommittedBlocks(files.log(), files.store(), height);
    }

    BlockIndex index() {
        return files.store().index();
    }

    /** Blocks that all who do not lag have heard of. */
    long height() {
        return follower.progress().height();
    }

    CommitWaiters waiters() {
        return follower.waiters();
    }

    Committer committer() {
        return committer;
    }

    Orderer orderer() {
        return orderer;
    }

    CommitFaults faults() {
        return faults;
    }

    OrganizationView view(String mspId) {
        return Optional.ofNullable(views.get(mspId))
                .orElseThrow(() -> new IllegalArgumentException("No organisation " + mspId + " on this ledger"));
    }

    Instant now() {
        return clock.now();
    }

    StateSnapshot snapshot() {
        return files.store().snapshot();
    }

    /** What an organisation's peer sees; the caller closes it. */
    PeerState peerState(String mspId) {
        return files.peerState(mspId, collections);
    }

    /** Brings clear private writes to the members; why the endorsement must fail if that fails. */
    Optional<String> distribute(String transactionId, String endorser, List<PrivateSet> sets) {
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        try (PeerState peer = peerState(endorser)) {
            return distribution.distribute(new Distribution.Endorsed(transactionId, endorser, sets), peer);
        }
    }

    /** Lets an organisation fetch private data that it missed. */
    void reconcile(String mspId) {
        committer.between(() -> {
            try (StateSnapshot now = snapshot()) {
                files.privates().reconcile(mspId, new CollectionView(now, collections));
            }
        });
    }

    BroadcastResponse order(Envelope envelope) {
        return broadcast.order(envelope);
    }

    /** What the orderers deliver. */
    DeliverSource ordererSource() {
        return new DeliverSource(
                channel.channelId(), blocks, follower.progress(), access, PrivateSource.NONE, clock::now);
    }

    /** What an organisation's peer delivers. */
    DeliverSource peerSource(String mspId) {
        OrganizationView view = view(mspId);
        return new DeliverSource(
                channel.channelId(),
                view.blocks(),
                view.follower().progress(),
                access,
                new StoredPrivateData(files.privates().of(mspId), collections, this::snapshot),
                clock::now);
    }

    /** Gives back space, and erases what was purged or has expired; returns when that is done. */
    void compact() {
        committer.between(files::compact);
    }

    /** Ends what waits for further blocks, so that calls can finish before the rest closes. */
    void stopOrdering() {
        orderer.close();
        IllegalStateException closing = new IllegalStateException("the ledger is closing");
        follower.end(closing);
        views.values().forEach(view -> view.follower().end(closing));
    }

    /** Ends ordering, then commits nothing more, then closes the files. */
    @Override
    public void close() {
        stopOrdering();
        committer.close();
        views.values().forEach(OrganizationView::thaw);
        files.close();
    }
}
