package org.countyledger.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Signatures of orderers over a block, in the form of BFT (a quorum of numbered consenters) and in the single form of
 * etcdraft (one orderer with a signature header), judged by the channel's BlockValidation policy (Fabric's
 * {@code protoutil.BlockSignatureVerifier}).
 */
public final class BlockSignatures {
    private static final String POLICY = "/Channel/Orderer/BlockValidation";
    private static final String BFT = "BFT";

    private BlockSignatures() {}

    /**
     * Why the block is not signed as the channel's configuration demands; empty where it is. The configuration is the one
     * in force before the block. Block 0 has no signature and must be trusted by its hash.
     */
    public static Optional<String> problem(Block block, ChannelConfig config) {
        Metadata metadata;
        try {
            metadata = Metadata.parseFrom(BlockMetadataParts.entry(block, BlockMetadataIndex.SIGNATURES_VALUE));
        } catch (InvalidProtocolBufferException e) {
            return Optional.of("the signatures cannot be parsed");
        }
        List<SignedData> signatures = new ArrayList<>();
        Map<Integer, Consenter> consenters = new HashMap<>();
        config.consenters().forEach(consenter -> consenters.put(consenter.getId(), consenter));
        boolean bft = config.consensusType().equals(BFT);
        for (MetadataSignature signature : metadata.getSignaturesList()) {
            signer(signature, consenters, bft)
                    .map(signer -> new SignedData(
                            message(metadata.getValue(), signature, block.getHeader()),
                            signer,
                            signature.getSignature()))
                    .ifPresent(signatures::add);
        }
        return config.policies().policyOrReject(POLICY).refusal(signatures, config.msps());
    }

    /** What an orderer signs: metadata value ‖ its header ‖ block header. */
    public static ByteString message(ByteString metadataValue, ByteString signerHeader, BlockHeader header) {
        return metadataValue.concat(signerHeader).concat(BlockHashes.headerBytes(header));
    }

    private static ByteString message(ByteString metadataValue, MetadataSignature signature, BlockHeader header) {
        ByteString signerHeader = signature.getSignatureHeader().isEmpty()
                ? signature.getIdentifierHeader()
                : signature.getSignatureHeader();
        return message(metadataValue, signerHeader, header);
    }

    /** The serialized identity of the signer; empty for a consenter the configuration does not know. */
    private static Optional<ByteString> signer(
            MetadataSignature signature, Map<Integer, Consenter> consenters, boolean bft) {
        try {
            if (!signature.getSignatureHeader().isEmpty()) {
                return Optional.of(SignatureHeader.parseFrom(signature.getSignatureHeader())
                        .getCreator());
            }
            if (!bft || signature.getIdentifierHeader().isEmpty()) {
                return Optional.empty();
            }
            int id = IdentifierHeader.parseFrom(signature.getIdentifierHeader()).getIdentifier();
            return Optional.ofNullable(consenters.get(id))
                    .map(consenter -> SerializedIdentity.newBuilder()
                            .setMspid(consenter.getMspId())
                            .setIdBytes(consenter.getIdentity())
                            .build()
                            .toByteString());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
