package org.countyledger.ledger.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.countyledger.ledger.identity.MspManager;
import org.countyledger.ledger.policy.PolicyTree;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.orderer.BatchSize;

/**
 * What a channel's configuration says: organisations with their MSPs, policies, orderers, batch limits, access rules
 * (Fabric's {@code channelconfig.Bundle}). Immutable and thread safe.
 */
public final class ChannelConfig {
    private final String channelId;
    private final Config config;
    private final ConfigGroups groups;
    private final MspManager msps;
    private final PolicyTree policies;

    private ChannelConfig(String channelId, Config config) throws InvalidChannelException {
        this.channelId = channelId;
        this.config = config;
        this.groups = new ConfigGroups(config.getChannelGroup());
        this.msps = groups.msps();
        this.policies = groups.policies();
    }

    public static ChannelConfig of(String channelId, Config config) throws InvalidChannelException {
        return new ChannelConfig(channelId, config);
    }

    /** Reads a configuration block: its only transaction is of type CONFIG. */
    public static ChannelConfig of(Block block) throws InvalidChannelException {
        if (block.getData().getDataCount() != 1) {
            throw new InvalidChannelException("block " + block.getHeader().getNumber() + " holds "
                    + block.getData().getDataCount() + " transactions, a configuration block holds 1");
        }
        return of(block.getData().getData(0));
    }

    /** Reads an envelope of type CONFIG. */
    public static ChannelConfig of(ByteString envelope) throws InvalidChannelException {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (header.getType() != HeaderType.CONFIG_VALUE) {
                throw new InvalidChannelException("a transaction of type " + header.getType() + " is no configuration");
            }
            return of(
                    header.getChannelId(),
                    ConfigEnvelope.parseFrom(payload.getData()).getConfig());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidChannelException("the configuration block cannot be parsed", e);
        }
    }

    /**
     * The configuration that an envelope of type CONFIG puts in this one's place, if it is the next one, made by an update
     * whose signers may make every change in it.
     */
    public ChannelConfig next(ByteString envelope) throws InvalidChannelException {
        ChannelConfig next = of(envelope);
        if (!next.channelId().equals(channelId)) {
            throw new InvalidChannelException("a configuration of channel " + next.channelId() + " on " + channelId);
        }
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            new ConfigUpdateCheck(this).check(ConfigEnvelope.parseFrom(payload.getData()));
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidChannelException("the configuration cannot be parsed", e);
        }
        return next;
    }

    /** Whether a block carries a configuration, found from its only envelope's type. */
    public static boolean isConfigBlock(Block block) {
        if (block.getData().getDataCount() != 1) {
            return false;
        }
        try {
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(block.getData().getData(0)).getPayload());
            return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                            .getType()
                    == HeaderType.CONFIG_VALUE;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    public String channelId() {
        return channelId;
    }

    /** Grows by one with every configuration. */
    public long sequence() {
        return config.getSequence();
    }

    public Config config() {
        return config;
    }

    public MspManager msps() {
        return msps;
    }

    public PolicyTree policies() {
        return policies;
    }

    /** Organisations of the Application group by MSP id. */
    public SortedMap<String, Organization> applicationOrganizations() {
        return Collections.unmodifiableSortedMap(groups.applicationOrganizations());
    }

    /** Organisations of the Orderer group by MSP id. */
    public SortedMap<String, Organization> ordererOrganizations() {
        return Collections.unmodifiableSortedMap(groups.ordererOrganizations());
    }

    /** {@code BFT} or {@code etcdraft}. */
    public String consensusType() {
        return groups.consensusType();
    }

    /** The signers of blocks on a BFT channel, empty on others. */
    public List<Consenter> consenters() {
        return groups.consenters();
    }

    public BatchSize batchSize() {
        return groups.batchSize();
    }

    /** Go's duration text, such as {@code 2s}. */
    public String batchTimeout() {
        return groups.batchTimeout();
    }

    /** Access rules that differ from Fabric's defaults: resource such as {@code peer/Propose} to policy path. */
    public Map<String, String> accessRules() {
        return groups.accessRules();
    }

    /** The policy path of a resource, if the configuration names one; a name without slash is an Application policy. */
    public Optional<String> accessRule(String resource) {
        return Optional.ofNullable(accessRules().get(resource))
                .map(path -> path.startsWith("/") ? path : "/Channel/Application/" + path);
    }

    public Set<String> channelCapabilities() {
        return groups.channelCapabilities();
    }

    public Set<String> applicationCapabilities() {
        return groups.applicationCapabilities();
    }
}
