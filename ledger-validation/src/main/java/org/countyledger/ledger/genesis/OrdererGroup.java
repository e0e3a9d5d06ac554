package org.countyledger.ledger.genesis;

import java.util.List;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;

/** Who runs ordering nodes, how they agree, and when a block is cut. */
final class OrdererGroup {
    private OrdererGroup() {}

    static ConfigGroup of(ChannelSetup setup) {
        BlockCutting cutting = setup.cutting();
        List<String> mspIds = setup.mspIds();
        ConfigGroup.Builder group = ConfigItems.group()
                .putValues("ConsensusType", ConfigItems.value(setup.ordering().type(setup.consenters())))
                .putValues("BatchSize", ConfigItems.value(size(cutting)))
                .putValues(
                        "BatchTimeout",
                        ConfigItems.value(BatchTimeout.newBuilder()
                                .setTimeout(cutting.timeout().toMillis() + "ms")
                                .build()))
                .putValues("ChannelRestrictions", ConfigItems.value(ChannelRestrictions.getDefaultInstance()))
                .putValues("Capabilities", ConfigItems.capability("V2_0"))
                .putPolicies(ConfigItems.ADMINS, ConfigItems.majority(ConfigItems.ADMINS))
                .putPolicies(ConfigItems.READERS, ConfigItems.members(mspIds))
                .putPolicies(ConfigItems.WRITERS, ConfigItems.members(mspIds))
                .putPolicies("BlockValidation", blockValidation(setup));
        setup.orderingMembers().forEach(member -> group.putGroups(member.mspId(), organization(member)));
        if (setup.ordering() instanceof Ordering.Bft) {
            Orderers mapping = Orderers.newBuilder()
                    .addAllConsenterMapping(setup.consenters())
                    .build();
            group.putValues("Orderers", ConfigItems.value(mapping));
        }
        return group.build();
    }

    private static BatchSize size(BlockCutting cutting) {
        return BatchSize.newBuilder()
                .setMaxMessageCount(cutting.maxMessages())
                .setAbsoluteMaxBytes(cutting.absoluteMaxBytes())
                .setPreferredMaxBytes(cutting.preferredMaxBytes())
                .build();
    }

    private static ConfigGroup organization(ChannelMember member) {
        Consenter node = member.consenter().orElseThrow();
        OrdererAddresses addresses = OrdererAddresses.newBuilder()
                .addAddresses(node.getHost() + ":" + node.getPort())
                .build();
        return ConfigItems.organization(member)
                .putValues("Endpoints", ConfigItems.value(addresses))
                .build();
    }

    private static ConfigPolicy blockValidation(ChannelSetup setup) {
        return switch (setup.ordering()) {
            case Ordering.Bft bft -> quorum(setup.consenters());
            case Ordering.Raft raft -> ConfigItems.any(ConfigItems.WRITERS);
        };
    }

    /** A BFT quorum of the consenters by their certificates ({@code common/policies/bft.go}). */
    private static ConfigPolicy quorum(List<Consenter> consenters) {
        int faulty = (consenters.size() - 1) / 3;
        int needed = (consenters.size() + faulty + 2) / 2;
        List<MSPPrincipal> identities =
                consenters.stream().map(SignaturePolicies::identity).toList();
        return ConfigItems.signature(SignaturePolicies.outOf(needed, identities));
    }
}
