package org.countyledger.network.fabric;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.network.CountyException;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.Envelope;

/** Changes a running channel's configuration, signed by all administrators that are here. */
final class ChannelUpdate {
    private final String channel;
    private final Nodes nodes;

    ChannelUpdate(String channel, Nodes nodes) {
        this.channel = channel;
        this.nodes = nodes;
    }

    /** Sends the change and waits until every peer has it; a change that is there already is left alone. */
    void apply(String what, UnaryOperator<ConfigGroup> change) {
        Config present = config(nodes.peers().getFirst());
        ConfigGroup wanted = change.apply(present.getChannelGroup());
        if (wanted.equals(present.getChannelGroup())) {
            return;
        }
        ConfigUpdate update = ConfigDifference.between(channel, present.getChannelGroup(), wanted);
        List<SigningIdentity> signers =
                nodes.peers().stream().map(PeerAdmin::administrator).toList();
        Envelope envelope = ConfigUpdates.signed(update, signers, Instant.now());
        Patience patience = Patience.own();
        patience.until(what + " is ordered", () -> {
            for (OrdererAdmin orderer : nodes.orderers()) {
                if (isNewer(nodes.peers().getFirst(), present)) {
                    return true;
                }
                orderer.update(envelope.toByteArray());
            }
            return isNewer(nodes.peers().getFirst(), present);
        });
        Patience.withEach(
                nodes.peers(),
                peer -> patience.until(what + " reaches the peer of " + peer.mspId(), () -> isNewer(peer, present)));
    }

    private boolean isNewer(PeerAdmin peer, Config than) throws PeerRefusedException {
        return peer.config(channel).getSequence() > than.getSequence();
    }

    private Config config(PeerAdmin peer) {
        try {
            return peer.config(channel);
        } catch (PeerRefusedException e) {
            throw new CountyException(
                    "The peer of " + peer.mspId() + " does not tell the channel's configuration: " + e.getMessage(), e);
        }
    }
}
