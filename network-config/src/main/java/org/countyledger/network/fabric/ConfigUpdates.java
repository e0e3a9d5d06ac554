package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.ChannelHeader;
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

/** Changes of a channel's configuration, and the envelopes that bring them to orderers. */
final class ConfigUpdates {
    private static final List<String> GROUPS = List.of("Application", "Orderer");
    private static final String MSP = "MSP";

    private ConfigUpdates() {}

    /** The same channel in which an organisation's definition is another, wherever the organisation stands. */
    static ConfigGroup withMsp(ConfigGroup channel, String mspId, FabricMSPConfig definition) {
        ByteString value = MSPConfig.newBuilder()
                .setConfig(definition.toByteString())
                .build()
                .toByteString();
        ConfigGroup.Builder changed = channel.toBuilder();
        for (String name : GROUPS) {
            ConfigGroup group = channel.getGroupsOrThrow(name);
            if (group.containsGroups(mspId)) {
                ConfigGroup member = group.getGroupsOrThrow(mspId);
                ConfigValue msp =
                        member.getValuesOrThrow(MSP).toBuilder().setValue(value).build();
                changed.putGroups(
                        name,
                        group.toBuilder()
                                .putGroups(
                                        mspId,
                                        member.toBuilder().putValues(MSP, msp).build())
                                .build());
            }
        }
        return changed.build();
    }

    /** An update that all these sign, sent by the first of them. */
    static Envelope signed(ConfigUpdate update, List<SigningIdentity> signers, Instant now) {
        ConfigUpdateEnvelope.Builder envelope =
                ConfigUpdateEnvelope.newBuilder().setConfigUpdate(update.toByteString());
        for (SigningIdentity signer : signers) {
            ByteString header = signatureHeader(signer);
            envelope.addSignatures(ConfigSignature.newBuilder()
                    .setSignatureHeader(header)
                    .setSignature(signer.sign(header.concat(update.toByteString()))));
        }
        SigningIdentity sender = signers.getFirst();
        ByteString payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channelHeader(update.getChannelId(), now))
                        .setSignatureHeader(signatureHeader(sender)))
                .setData(envelope.build().toByteString())
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(sender.sign(payload))
                .build();
    }

    private static ByteString channelHeader(String channel, Instant now) {
        return ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_UPDATE_VALUE)
                .setChannelId(channel)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .build()
                .toByteString();
    }

    private static ByteString signatureHeader(SigningIdentity signer) {
        return SignatureHeader.newBuilder()
                .setCreator(signer.serialized())
                .setNonce(Proposals.nonce())
                .build()
                .toByteString();
    }
}
