package org.countyledger.ledger.genesis;

import java.util.Optional;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.peer.AnchorPeer;

/**
 * An organisation of the channel.
 *
 * @param msp the one MSP for all its nodes and clients
 * @param anchor its peer that others ask for whom else there is
 * @param consenter its ordering node; an organisation without one stands in the Application group only
 */
public record ChannelMember(FabricMSPConfig msp, Optional<AnchorPeer> anchor, Optional<Consenter> consenter) {
    public ChannelMember {
        consenter.ifPresent(node -> {
            if (!node.getMspId().equals(msp.getName())) {
                throw new IllegalArgumentException(
                        "The consenter of " + msp.getName() + " belongs to " + node.getMspId());
            }
        });
    }

    String mspId() {
        return msp.getName();
    }
}
