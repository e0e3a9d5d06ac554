package org.countyledger.ledger.testing;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.policy.ApplicationPolicies;
import org.countyledger.ledger.policy.InvalidPolicyException;
import org.countyledger.ledger.policy.PolicyText;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.InMemoryState;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.validation.BlockDecision;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.Policy.PolicyType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/** Three organisations A, B and C with a peer and a client each, a world state, and one chaincode `cc` of policy any two. */
public final class TestNetwork {
    public static final String CHANNEL = "test";
    public static final String CHAINCODE = "cc";

    public final Map<String, TestAuthority> authorities = new LinkedHashMap<>();
    public final Map<String, SigningIdentity> peers = new LinkedHashMap<>();
    public final Map<String, SigningIdentity> clients = new LinkedHashMap<>();
    public final InMemoryState state = new InMemoryState();
    private final Set<String> committed = new HashSet<>();
    private ChannelConfig config;
    private BlockValidator validator;
    private long height = 1;

    public TestNetwork() {
        for (String organization : List.of("A", "B", "C")) {
            TestAuthority authority = TestAuthority.root(organization);
            authorities.put(organization, authority);
            peers.put(organization, authority.issue("peer0." + organization, "peer"));
            clients.put(organization, authority.issue("client." + organization, "client"));
        }
        config = channel(config(0, Map.of()));
        validator = new BlockValidator(config);
        define(CHAINCODE, "OutOf(2, 'A.peer', 'B.peer', 'C.peer')", List.of());
    }

    public TestAuthority authority(String organization) {
        return Objects.requireNonNull(authorities.get(organization), organization);
    }

    public ChannelConfig config() {
        return config;
    }

    public BlockValidator validator() {
        return validator;
    }

    public TestTransaction transaction() {
        return new TestTransaction(this);
    }

    /** Puts a definition into the state as `_lifecycle` does. */
    public void define(String chaincode, String policy, List<StaticCollectionConfig> collections) {
        define(chaincode, policy(policy).toByteString(), "vscc", collections);
    }

    public void define(String chaincode, ByteString policy, String plugin, List<StaticCollectionConfig> collections) {
        UpdateBatch batch = new UpdateBatch();
        put(
                batch,
                ChaincodeDefinitions.metadataKey(chaincode),
                StateMetadata.newBuilder()
                        .setDatatype("ChaincodeDefinition")
                        .addAllFields(List.of("Sequence", "EndorsementInfo", "ValidationInfo", "Collections"))
                        .build()
                        .toByteString());
        field(batch, chaincode, "Sequence", StateData.newBuilder().setInt64(1));
        field(
                batch,
                chaincode,
                "EndorsementInfo",
                StateData.newBuilder()
                        .setBytes(ChaincodeEndorsementInfo.newBuilder()
                                .setVersion("1.0")
                                .setEndorsementPlugin("escc")
                                .build()
                                .toByteString()));
        field(
                batch,
                chaincode,
                "ValidationInfo",
                StateData.newBuilder()
                        .setBytes(ChaincodeValidationInfo.newBuilder()
                                .setValidationPlugin(plugin)
                                .setValidationParameter(policy)
                                .build()
                                .toByteString()));
        CollectionConfigPackage.Builder configs = CollectionConfigPackage.newBuilder();
        collections.forEach(
                collection -> configs.addConfig(CollectionConfig.newBuilder().setStaticCollectionConfig(collection)));
        field(
                batch,
                chaincode,
                "Collections",
                StateData.newBuilder().setBytes(configs.build().toByteString()));
        state.apply(batch);
    }

    private static void field(UpdateBatch batch, String chaincode, String field, StateData.Builder value) {
        put(
                batch,
                ChaincodeDefinitions.fieldKey(chaincode, field),
                value.build().toByteString());
    }

    private static void put(UpdateBatch batch, String key, ByteString value) {
        batch.put(ChaincodeDefinitions.LIFECYCLE, key, value, Collections.emptySortedMap(), new Version(0, 0));
    }

    public static ApplicationPolicy policy(String text) {
        try {
            return ApplicationPolicies.of(PolicyText.parse(text));
        } catch (InvalidPolicyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The next block of these envelopes. */
    public Block block(ByteString... envelopes) {
        BlockData data = BlockData.newBuilder().addAllData(List.of(envelopes)).build();
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setNumber(height).setDataHash(BlockHashes.dataHash(data)))
                .setData(data)
                .build();
    }

    public BlockDecision decide(ByteString... envelopes) {
        return validator.validate(block(envelopes), state, committed::contains);
    }

    /** Validates the next block and commits it; the codes of its transactions. */
    public List<TxValidationCode> commit(TestTransaction... transactions) {
        List<ByteString> envelopes = new ArrayList<>();
        for (TestTransaction transaction : transactions) {
            envelopes.add(transaction.envelope());
        }
        BlockDecision decision = decide(envelopes.toArray(ByteString[]::new));
        state.apply(decision.updates());
        for (TestTransaction transaction : transactions) {
            committed.add(transaction.transactionId());
        }
        height++;
        decision.newConfig().ifPresent(this::use);
        return decision.codes();
    }

    public TxValidationCode decideOne(TestTransaction transaction) {
        return decide(transaction.envelope()).codes().get(0);
    }

    public long height() {
        return height;
    }

    public void use(ChannelConfig next) {
        config = next;
        validator = new BlockValidator(next);
    }

    public static ChannelConfig channel(Config config) {
        try {
            return ChannelConfig.of(CHANNEL, config);
        } catch (InvalidChannelException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The channel's configuration, with some organisations' MSPs replaced. */
    public Config config(long sequence, Map<String, FabricMSPConfig> replaced) {
        ConfigGroup.Builder application = ConfigGroup.newBuilder()
                .putPolicies("Endorsement", implicitMeta("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY))
                .putPolicies("LifecycleEndorsement", implicitMeta("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY))
                .putPolicies("Writers", implicitMeta("Writers", ImplicitMetaPolicy.Rule.ANY));
        authorities.forEach((organization, authority) -> {
            FabricMSPConfig msp =
                    replaced.getOrDefault(organization, authority.msp().build());
            application.putGroups(
                    organization,
                    ConfigGroup.newBuilder()
                            .putValues(
                                    "MSP",
                                    value(MSPConfig.newBuilder()
                                            .setConfig(msp.toByteString())
                                            .build()
                                            .toByteString()))
                            .putPolicies("Endorsement", signature("OR('" + organization + ".peer')"))
                            .putPolicies("Writers", signature("OR('" + organization + ".member')"))
                            .build());
        });
        Capabilities capabilities = Capabilities.newBuilder()
                .putCapabilities("V3_0", Capability.getDefaultInstance())
                .build();
        return Config.newBuilder()
                .setSequence(sequence)
                .setChannelGroup(ConfigGroup.newBuilder()
                        .putValues("Capabilities", value(capabilities.toByteString()))
                        .putGroups("Application", application.build()))
                .build();
    }

    private static ConfigPolicy signature(String text) {
        try {
            return policy(PolicyType.SIGNATURE, PolicyText.parse(text).toByteString());
        } catch (InvalidPolicyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ConfigPolicy implicitMeta(String name, ImplicitMetaPolicy.Rule rule) {
        return policy(
                PolicyType.IMPLICIT_META,
                ImplicitMetaPolicy.newBuilder()
                        .setSubPolicy(name)
                        .setRule(rule)
                        .build()
                        .toByteString());
    }

    private static ConfigPolicy policy(PolicyType type, ByteString value) {
        return ConfigPolicy.newBuilder()
                .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(value))
                .build();
    }

    private static ConfigValue value(ByteString bytes) {
        return ConfigValue.newBuilder().setValue(bytes).build();
    }

    public static ByteString bytes(String text) {
        return ByteString.copyFrom(text, StandardCharsets.UTF_8);
    }
}
