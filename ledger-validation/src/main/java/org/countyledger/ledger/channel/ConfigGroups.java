package org.countyledger.ledger.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.Msp;
import org.countyledger.ledger.identity.MspManager;
import org.countyledger.ledger.policy.InvalidPolicyException;
import org.countyledger.ledger.policy.PolicyTree;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.peer.ACLs;
import org.hyperledger.fabric.protos.peer.APIResource;

/** The values of a configuration's groups, parsed once. */
final class ConfigGroups {
    private static final Set<String> SUPPORTED = Set.of("V1_4_3", "V2_0", "V3_0");

    private final ConfigGroup channel;
    private final SortedMap<String, Organization> applicationOrganizations;
    private final SortedMap<String, Organization> ordererOrganizations;
    private final Set<String> channelCapabilities;
    private final Set<String> applicationCapabilities;
    private final ConsensusType consensusType;
    private final List<Consenter> consenters;
    private final BatchSize batchSize;
    private final String batchTimeout;
    private final Map<String, String> accessRules;

    ConfigGroups(ConfigGroup channel) throws InvalidChannelException {
        this.channel = channel;
        ConfigGroup application = channel.getGroupsOrDefault("Application", ConfigGroup.getDefaultInstance());
        ConfigGroup orderer = channel.getGroupsOrDefault("Orderer", ConfigGroup.getDefaultInstance());
        channelCapabilities = capabilities(channel);
        applicationCapabilities = capabilities(application);
        if (channelCapabilities.stream().noneMatch(SUPPORTED::contains)) {
            throw new InvalidChannelException("channel capabilities " + channelCapabilities
                    + ": one of V1_4_3, V2_0, V3_0 is needed, older rules are not known here");
        }
        applicationOrganizations = organizations(application);
        ordererOrganizations = organizations(orderer);
        consensusType = value(orderer, "ConsensusType", ConsensusType.parser(), ConsensusType.getDefaultInstance());
        consenters = value(orderer, "Orderers", Orderers.parser(), Orderers.getDefaultInstance())
                .getConsenterMappingList();
        batchSize = value(orderer, "BatchSize", BatchSize.parser(), BatchSize.getDefaultInstance());
        batchTimeout = value(orderer, "BatchTimeout", BatchTimeout.parser(), BatchTimeout.getDefaultInstance())
                .getTimeout();
        Map<String, String> rules = new HashMap<>();
        for (Map.Entry<String, APIResource> rule : value(application, "ACLs", ACLs.parser(), ACLs.getDefaultInstance())
                .getAclsMap()
                .entrySet()) {
            rules.put(rule.getKey(), rule.getValue().getPolicyRef());
        }
        accessRules = Map.copyOf(rules);
    }

    /** Every MSP once; an organisation of both groups must have one definition. */
    MspManager msps() throws InvalidChannelException {
        SortedMap<String, FabricMSPConfig> configs = new TreeMap<>(KeyOrder.UTF8);
        for (SortedMap<String, Organization> organizations : List.of(applicationOrganizations, ordererOrganizations)) {
            for (Organization organization : organizations.values()) {
                FabricMSPConfig other = configs.put(organization.mspId(), organization.msp());
                if (other != null && !other.equals(organization.msp())) {
                    throw new InvalidChannelException(
                            "two different definitions of MSP " + organization.mspId() + " on one channel");
                }
            }
        }
        List<Msp> msps = new ArrayList<>();
        for (FabricMSPConfig config : configs.values()) {
            try {
                msps.add(new Msp(config, channelCapabilities.contains("V3_0")));
            } catch (IdentityException e) {
                throw new InvalidChannelException("MSP " + config.getName() + ": " + e.getMessage(), e);
            }
        }
        return new MspManager(msps);
    }

    PolicyTree policies() throws InvalidChannelException {
        try {
            return PolicyTree.of(channel);
        } catch (InvalidPolicyException e) {
            throw new InvalidChannelException("policies: " + e.getMessage(), e);
        }
    }

    SortedMap<String, Organization> applicationOrganizations() {
        return applicationOrganizations;
    }

    SortedMap<String, Organization> ordererOrganizations() {
        return ordererOrganizations;
    }

    Set<String> channelCapabilities() {
        return channelCapabilities;
    }

    Set<String> applicationCapabilities() {
        return applicationCapabilities;
    }

    String consensusType() {
        return consensusType.getType();
    }

    List<Consenter> consenters() {
        return consenters;
    }

    BatchSize batchSize() {
        return batchSize;
    }

    String batchTimeout() {
        return batchTimeout;
    }

    Map<String, String> accessRules() {
        return accessRules;
    }

    private static SortedMap<String, Organization> organizations(ConfigGroup group) throws InvalidChannelException {
        SortedMap<String, Organization> organizations = new TreeMap<>(KeyOrder.UTF8);
        for (Map.Entry<String, ConfigGroup> entry : group.getGroupsMap().entrySet()) {
            MSPConfig msp = value(entry.getValue(), "MSP", MSPConfig.parser(), MSPConfig.getDefaultInstance());
            if (msp.getType() != 0) {
                throw new InvalidChannelException(
                        "organisation " + entry.getKey() + ": MSP type " + msp.getType() + " is not X.509");
            }
            OrdererAddresses endpoints = value(
                    entry.getValue(), "Endpoints", OrdererAddresses.parser(), OrdererAddresses.getDefaultInstance());
            Organization organization = new Organization(
                    entry.getKey(),
                    parse("MSP", FabricMSPConfig.parser(), msp.getConfig()),
                    endpoints.getAddressesList());
            organizations.put(organization.mspId(), organization);
        }
        return organizations;
    }

    private static Set<String> capabilities(ConfigGroup group) throws InvalidChannelException {
        return Set.copyOf(value(group, "Capabilities", Capabilities.parser(), Capabilities.getDefaultInstance())
                .getCapabilitiesMap()
                .keySet());
    }

    private static <T extends Message> T value(ConfigGroup group, String name, Parser<T> parser, T absent)
            throws InvalidChannelException {
        return group.containsValues(name)
                ? parse(name, parser, group.getValuesOrThrow(name).getValue())
                : absent;
    }

    private static <T extends Message> T parse(String name, Parser<T> parser, ByteString bytes)
            throws InvalidChannelException {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidChannelException("configuration value " + name + " cannot be parsed", e);
        }
    }
}
