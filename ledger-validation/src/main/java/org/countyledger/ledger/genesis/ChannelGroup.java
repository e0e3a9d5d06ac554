package org.countyledger.ledger.genesis;

import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;

/**
 * The configuration tree of a channel of equals: every organisation stands with one MSP in the Application and in the
 * Orderer group.
 */
final class ChannelGroup {
    /** Bytes are hashed one after another: a tree as wide as can be. */
    private static final int FLAT = -1;

    private ChannelGroup() {}

    static ConfigGroup of(ChannelSetup setup) {
        return ConfigItems.group()
                .putValues(
                        "HashingAlgorithm",
                        ConfigItems.value(
                                HashingAlgorithm.newBuilder().setName("SHA256").build()))
                .putValues(
                        "BlockDataHashingStructure",
                        ConfigItems.value(BlockDataHashingStructure.newBuilder()
                                .setWidth(FLAT)
                                .build()))
                .putValues("Capabilities", ConfigItems.capability("V3_0"))
                .putPolicies(ConfigItems.ADMINS, ConfigItems.majority(ConfigItems.ADMINS))
                .putPolicies(ConfigItems.READERS, ConfigItems.members(setup.mspIds()))
                .putPolicies(ConfigItems.WRITERS, ConfigItems.members(setup.mspIds()))
                .putGroups("Orderer", OrdererGroup.of(setup))
                .putGroups("Application", ApplicationGroup.of(setup))
                .build();
    }
}
