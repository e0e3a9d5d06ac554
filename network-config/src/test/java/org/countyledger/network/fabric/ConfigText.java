package org.countyledger.network.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.etcdraft.ConfigMetadata;
import org.hyperledger.fabric.protos.orderer.smartbft.Options;
import org.hyperledger.fabric.protos.peer.ACLs;
import org.hyperledger.fabric.protos.peer.AnchorPeers;

/** A configuration as text, one line for each of its fields, so that two can be compared. */
final class ConfigText {
    private static final Map<String, Parser<? extends Message>> VALUES = Map.ofEntries(
            Map.entry("HashingAlgorithm", HashingAlgorithm.parser()),
            Map.entry("BlockDataHashingStructure", BlockDataHashingStructure.parser()),
            Map.entry("Capabilities", Capabilities.parser()),
            Map.entry("BatchSize", BatchSize.parser()),
            Map.entry("BatchTimeout", BatchTimeout.parser()),
            Map.entry("ChannelRestrictions", ChannelRestrictions.parser()),
            Map.entry("Orderers", Orderers.parser()),
            Map.entry("Endpoints", OrdererAddresses.parser()),
            Map.entry("AnchorPeers", AnchorPeers.parser()),
            Map.entry("ACLs", ACLs.parser()));

    private final Map<String, String> lines = new TreeMap<>();

    private ConfigText() {}

    static Map<String, String> of(ConfigGroup channel) throws InvalidProtocolBufferException {
        ConfigText text = new ConfigText();
        text.group("/Channel", channel);
        return text.lines;
    }

    private void group(String path, ConfigGroup group) throws InvalidProtocolBufferException {
        lines.put(path, "version " + group.getVersion() + ", changed by " + group.getModPolicy());
        for (var value : group.getValuesMap().entrySet()) {
            String own = path + "/" + value.getKey();
            lines.put(own + " changed by", value.getValue().getModPolicy());
            lines.put(own, text(value.getKey(), value.getValue().getValue().toByteArray()));
        }
        for (var policy : group.getPoliciesMap().entrySet()) {
            String own = path + "/policy " + policy.getKey();
            lines.put(own + " changed by", policy.getValue().getModPolicy());
            lines.put(own, text(policy.getValue().getPolicy()));
        }
        for (var inner : group.getGroupsMap().entrySet()) {
            group(path + "/" + inner.getKey(), inner.getValue());
        }
    }

    private static String text(String key, byte[] value) throws InvalidProtocolBufferException {
        return switch (key) {
            case "MSP" -> {
                MSPConfig msp = MSPConfig.parseFrom(value);
                yield msp.getType() + " " + FabricMSPConfig.parseFrom(msp.getConfig());
            }
            case "ConsensusType" -> {
                ConsensusType type = ConsensusType.parseFrom(value);
                Parser<? extends Message> options =
                        type.getType().equals("BFT") ? Options.parser() : ConfigMetadata.parser();
                yield type.getType() + " " + type.getState() + " " + options.parseFrom(type.getMetadata());
            }
            case "ACLs" -> new TreeMap<>(ACLs.parseFrom(value).getAclsMap()).toString();
            default ->
                Objects.requireNonNull(VALUES.get(key), key).parseFrom(value).toString();
        };
    }

    private static String text(Policy policy) throws InvalidProtocolBufferException {
        return policy.getType() == Policy.PolicyType.SIGNATURE_VALUE
                ? "signature " + SignaturePolicyEnvelope.parseFrom(policy.getValue())
                : "implicit " + ImplicitMetaPolicy.parseFrom(policy.getValue());
    }
}
