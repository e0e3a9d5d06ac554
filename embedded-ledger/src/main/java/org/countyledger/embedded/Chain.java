package org.countyledger.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.channel.VerifiedSignatures;
import org.countyledger.embedded.commit.ChainProgress;
import org.countyledger.embedded.commit.CommitWaiters;
import org.countyledger.embedded.commit.Committer;
import org.countyledger.embedded.commit.LedgerFiles;
import org.countyledger.embedded.deliver.DeliverSource;
import org.countyledger.embedded.endorsement.ProposalChecks;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.embedded.ordering.Broadcast;
import org.countyledger.embedded.ordering.Orderer;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.Distribution;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.privatedata.PrivateSet;
import org.countyledger.embedded.state.BlockIndex;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.embedded.state.CommittedBlocks;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.embedded.systemcc.Cscc;
import org.countyledger.embedded.systemcc.Lifecycle;
import org.countyledger.embedded.systemcc.Qscc;
import org.countyledger.embedded.systemcc.SystemChaincode;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
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
    private final ChainProgress progress = new ChainProgress();
    private final CommitWaiters waiters = new CommitWaiters();
    private final CollectionConfigs collections;
    private final Distribution distribution;
    private final Committer committer;
    private final Orderer orderer;
    private final Broadcast broadcast;
    private final ProposalChecks checks;
    private final Map<String, SystemChaincode> systemChaincodes;

    /**
     * What a chain is made of besides its files.
     *
     * @param newGenesis block 0 for files that hold none yet
     */
    record Parts(
            List<OrganizationSetup> organizations,
            BatchSettings batch,
            LedgerClock clock,
            Supplier<Block> newGenesis) {}

    private Chain(LedgerFiles files, Parts parts) throws InvalidChannelException {
        this.files = files;
        this.clock = parts.clock();
        this.blocks = new CommittedBlocks(files.log(), files.store());
        Block genesis = blocks.block(0).orElseGet(parts.newGenesis());
        this.channel = ChannelConfig.of(genesis);
        this.access = new AccessControl(channel, signatures);
        this.committer = new Committer(
                files, new BlockValidator(channel, signatures), new Committer.Listeners(progress, waiters, step -> {}));
        this.collections = new CollectionConfigs(channel);
        List<String> mspIds =
                parts.organizations().stream().map(OrganizationSetup::mspId).toList();
        this.distribution = new Distribution(files.privates(), mspIds, mspId -> true);
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
        this.checks = new ProposalChecks(channel, access, signatures, blocks);
        this.systemChaincodes = Map.of(
                "qscc",
                new Qscc(channel.channelId(), blocks),
                "cscc",
                new Cscc(channel, blocks),
                ChaincodeDefinitions.LIFECYCLE,
                new Lifecycle(this::snapshot));
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

    BlockIndex index() {
        return files.store().index();
    }

    ChainProgress progress() {
        return progress;
    }

    CommitWaiters waiters() {
        return waiters;
    }

    ProposalChecks checks() {
        return checks;
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

    Optional<SystemChaincode> systemChaincode(String name) {
        return Optional.ofNullable(systemChaincodes.get(name));
    }

    BroadcastResponse order(Envelope envelope) {
        return broadcast.order(envelope);
    }

    DeliverSource deliverSource() {
        return new DeliverSource(channel.channelId(), blocks, progress, access, clock::now);
    }

    /** Ends what waits for further blocks, so that calls can finish before the rest closes. */
    void stopOrdering() {
        orderer.close();
        progress.close();
        waiters.fail(new IllegalStateException("the ledger is closing"));
    }

    /** Ends ordering, then commits nothing more, then closes the files. */
    @Override
    public void close() {
        stopOrdering();
        committer.close();
        files.close();
    }
}
