package org.countyledger.ledger.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.testing.TestNetwork;
import org.countyledger.ledger.validation.BlockDecision;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class ConfigUpdateCheckTest {
    private final TestNetwork network = new TestNetwork();
    private final SigningIdentity revoked = network.authority("A").issue("later revoked", "client");

    private final ByteString revocations = network.authority("A").revoke(revoked.certificate());

    ConfigUpdateCheckTest() {
        network.use(TestNetwork.channel(withModPolicy(network.config(0, Map.of()))));
    }

    /** Organisation A's MSP may be changed by A's peers. */
    private static Config withModPolicy(Config config) {
        Config.Builder changed = config.toBuilder();
        ConfigGroup application = changed.getChannelGroup().getGroupsOrThrow("Application");
        ConfigGroup a = application.getGroupsOrThrow("A");
        ConfigValue msp = a.getValuesOrThrow("MSP").toBuilder()
                .setModPolicy("Endorsement")
                .build();
        changed.getChannelGroupBuilder()
                .putGroups(
                        "Application",
                        application.toBuilder()
                                .putGroups(
                                        "A", a.toBuilder().putValues("MSP", msp).build())
                                .build());
        return changed.build();
    }

    private ConfigValue newMsp(long version) {
        FabricMSPConfig msp =
                network.authority("A").msp().addRevocationList(revocations).build();
        return ConfigValue.newBuilder()
                .setVersion(version)
                .setModPolicy("Endorsement")
                .setValue(MSPConfig.newBuilder()
                        .setConfig(msp.toByteString())
                        .build()
                        .toByteString())
                .build();
    }

    private static ConfigGroup onlyA(ConfigGroup.Builder a) {
        return ConfigGroup.newBuilder()
                .putGroups(
                        "Application",
                        ConfigGroup.newBuilder().putGroups("A", a.build()).build())
                .build();
    }

    private ByteString update(String channel, long version, SigningIdentity signer, ConfigValue result) {
        ConfigUpdate update = ConfigUpdate.newBuilder()
                .setChannelId(channel)
                .setReadSet(onlyA(ConfigGroup.newBuilder()))
                .setWriteSet(onlyA(ConfigGroup.newBuilder().putValues("MSP", newMsp(version))))
                .build();
        ByteString header = SignatureHeader.newBuilder()
                .setCreator(signer.serialized())
                .setNonce(ByteString.copyFromUtf8("n"))
                .build()
                .toByteString();
        ConfigUpdateEnvelope envelope = ConfigUpdateEnvelope.newBuilder()
                .setConfigUpdate(update.toByteString())
                .addSignatures(ConfigSignature.newBuilder()
                        .setSignatureHeader(header)
                        .setSignature(signer.sign(header.concat(update.toByteString()))))
                .build();
        ConfigGroup channelGroup = network.config().config().getChannelGroup();
        ConfigGroup application = channelGroup.getGroupsOrThrow("Application");
        ConfigGroup a = application.getGroupsOrThrow("A").toBuilder()
                .putValues("MSP", result)
                .build();
        Config config = Config.newBuilder()
                .setSequence(network.config().sequence() + 1)
                .setChannelGroup(channelGroup.toBuilder()
                        .putGroups(
                                "Application",
                                application.toBuilder().putGroups("A", a).build()))
                .build();
        Payload lastUpdate =
                Payload.newBuilder().setData(envelope.toByteString()).build();
        return signed(ConfigEnvelope.newBuilder()
                .setConfig(config)
                .setLastUpdate(Envelope.newBuilder().setPayload(lastUpdate.toByteString()))
                .build());
    }

    private ByteString signed(ConfigEnvelope config) {
        SigningIdentity orderer = network.authority("B").issue("orderer", "orderer");
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(ChannelHeader.newBuilder()
                                .setType(HeaderType.CONFIG_VALUE)
                                .setChannelId(TestNetwork.CHANNEL)
                                .build()
                                .toByteString())
                        .setSignatureHeader(SignatureHeader.newBuilder()
                                .setCreator(orderer.serialized())
                                .setNonce(ByteString.copyFromUtf8("n"))
                                .build()
                                .toByteString()))
                .setData(config.toByteString())
                .build();
        return Envelope.newBuilder()
                .setPayload(payload.toByteString())
                .setSignature(orderer.sign(payload.toByteString()))
                .build()
                .toByteString();
    }

    private SigningIdentity peerOf(String organization) {
        return network.authority(organization).issue("signer", "peer");
    }

    @Test
    void aChangeSignedByWhomItsPolicyNamesBecomesTheConfigurationOfTheNextBlock() {
        assertThat(network.decideOne(network.transaction()
                        .createdBy(revoked)
                        .endorsedBy("A", "B")
                        .write("k", "v")))
                .isEqualTo(TxValidationCode.VALID);
        BlockDecision decision = network.decide(update(TestNetwork.CHANNEL, 1, peerOf("A"), newMsp(1)));
        assertThat(decision.codes()).containsExactly(TxValidationCode.VALID);
        network.use(decision.newConfig().orElseThrow());
        assertThat(network.config().sequence()).isEqualTo(1);
        assertThat(network.decideOne(network.transaction()
                        .createdBy(revoked)
                        .endorsedBy("A", "B")
                        .write("k", "v")))
                .isEqualTo(TxValidationCode.BAD_CREATOR_SIGNATURE);
    }

    @Test
    void aChangeByOthersOfAWrongVersionOrWithAnotherResultIsInvalid() {
        for (ByteString refused : List.of(
                update(TestNetwork.CHANNEL, 1, peerOf("B"), newMsp(1)),
                update(TestNetwork.CHANNEL, 2, peerOf("A"), newMsp(2)),
                update(TestNetwork.CHANNEL, 0, peerOf("A"), newMsp(0)),
                update("other", 1, peerOf("A"), newMsp(1)),
                update(
                        TestNetwork.CHANNEL,
                        1,
                        peerOf("A"),
                        newMsp(1).toBuilder().setModPolicy("Writers").build()))) {
            assertThat(network.decide(refused).codes()).containsExactly(TxValidationCode.INVALID_CONFIG_TRANSACTION);
            assertThatThrownBy(() -> network.config().next(refused)).isInstanceOf(InvalidChannelException.class);
        }
    }
}
