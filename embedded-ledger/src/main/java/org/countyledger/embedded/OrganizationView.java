package org.countyledger.embedded;

import java.util.Map;
import java.util.Optional;
import org.countyledger.embedded.commit.Follower;
import org.countyledger.embedded.endorsement.ProposalChecks;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.embedded.systemcc.Cscc;
import org.countyledger.embedded.systemcc.Lifecycle;
import org.countyledger.embedded.systemcc.Qscc;
import org.countyledger.embedded.systemcc.SystemChaincode;
import org.countyledger.ledger.validation.ChaincodeDefinitions;

/** The chain as one organisation's peer has heard of it, which is less than all while it is frozen. */
final class OrganizationView {
    private final String mspId;
    private final Chain chain;
    private final Follower follower;
    private final BlockStore blocks;
    private final ProposalChecks checks;
    private final Map<String, SystemChaincode> systemChaincodes;
    private Optional<PeerState> pinned = Optional.empty();

    OrganizationView(String mspId, Chain chain, Follower follower) {
        this.mspId = mspId;
        this.chain = chain;
        this.follower = follower;
        this.blocks = chain.blocksUntil(follower.progress()::height);
        this.checks = new ProposalChecks(chain.channel(), chain.access(), chain.signatures(), blocks);
        this.systemChaincodes = Map.of(
                "qscc",
                new Qscc(chain.channel().channelId(), blocks),
                "cscc",
                new Cscc(chain.channel(), blocks),
                ChaincodeDefinitions.LIFECYCLE,
                new Lifecycle(this::snapshot));
    }

    Chain chain() {
        return chain;
    }

    Follower follower() {
        return follower;
    }

    BlockStore blocks() {
        return blocks;
    }

    ProposalChecks checks() {
        return checks;
    }

    Optional<SystemChaincode> systemChaincode(String name) {
        return Optional.ofNullable(systemChaincodes.get(name));
    }

    synchronized PeerState peerState() {
        return pinned.map(PeerState::copy).orElseGet(() -> chain.peerState(mspId));
    }

    /** The public state alone. */
    StateSnapshot snapshot() {
        PeerState state = peerState();
        state.own().close();
        return state.state();
    }

    /** Stays at the present height, whatever commits. */
    void freeze() {
        chain.committer().between(() -> {
            synchronized (this) {
                if (pinned.isEmpty()) {
                    pinned = Optional.of(chain.peerState(mspId));
                    follower.freeze();
                }
            }
        });
    }

    /** Hears all at once what it has missed. */
    synchronized void thaw() {
        pinned.ifPresent(PeerState::close);
        pinned = Optional.empty();
        follower.thaw();
    }
}
