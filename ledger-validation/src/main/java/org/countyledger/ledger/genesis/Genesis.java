package org.countyledger.ledger.genesis;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** Block 0: one CONFIG envelope without signature, as {@code configtxgen} writes it. */
public final class Genesis {
    private static final int NONCE_BYTES = 24;

    private Genesis() {}

    public static Block block(ChannelSetup setup, Instant now) {
        byte[] random = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(random);
        ByteString nonce = ByteString.copyFrom(random);
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setVersion(1)
                .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                .setChannelId(setup.channel())
                .setTxId(Sha256.hex(Sha256.of(nonce)))
                .build();
        ConfigEnvelope config = ConfigEnvelope.newBuilder()
                .setConfig(Config.newBuilder().setChannelGroup(ChannelGroup.of(setup)))
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(header.toByteString())
                        .setSignatureHeader(SignatureHeader.newBuilder()
                                .setNonce(nonce)
                                .build()
                                .toByteString()))
                .setData(config.toByteString())
                .build();
        return block(Envelope.newBuilder().setPayload(payload.toByteString()).build());
    }

    private static Block block(Envelope config) {
        BlockData data = BlockData.newBuilder().addData(config.toByteString()).build();
        OrdererBlockMetadata orderer = OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.getDefaultInstance())
                .build();
        ByteString signatures =
                Metadata.newBuilder().setValue(orderer.toByteString()).build().toByteString();
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setDataHash(BlockHashes.dataHash(data)))
                .setData(data)
                .setMetadata(BlockMetadata.newBuilder()
                        .addMetadata(signatures)
                        .addMetadata(ByteString.EMPTY)
                        .addMetadata(ByteString.EMPTY)
                        .addMetadata(ByteString.EMPTY)
                        .addMetadata(ByteString.EMPTY))
                .build();
    }
}
