package org.countyledger.embedded.ordering;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;

/**
 * Signs blocks in the BFT form: every consenter over {@code value ‖ identifier header ‖ header} ({@code
 * orderer/consensus/smartbft/signer.go}). One process holds all the keys, so this is form, not evidence.
 */
final class BlockSigner {
    private static final int NONCE_BYTES = 24;
    private static final int METADATA_ENTRIES = 5;

    private final List<SigningIdentity> consenters;
    private final SecureRandom random = new SecureRandom();

    /** Consenters in the order of their ids 1, 2, 3, … */
    BlockSigner(List<SigningIdentity> consenters) {
        this.consenters = List.copyOf(consenters);
    }

    Block block(long number, ByteString previousHash, BlockData data) {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(previousHash)
                .setDataHash(BlockHashes.dataHash(data))
                .build();
        BlockMetadata.Builder metadata = BlockMetadata.newBuilder().addMetadata(signatures(header));
        while (metadata.getMetadataCount() < METADATA_ENTRIES) {
            metadata.addMetadata(ByteString.EMPTY);
        }
        return Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(metadata)
                .build();
    }

    private ByteString signatures(BlockHeader header) {
        ByteString value = OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.getDefaultInstance())
                .setConsenterMetadata(viewMetadata(header.getNumber()))
                .build()
                .toByteString();
        ByteString headerBytes = BlockHashes.headerBytes(header);
        Metadata.Builder signatures = Metadata.newBuilder().setValue(value);
        for (int i = 0; i < consenters.size(); i++) {
            ByteString identifier = IdentifierHeader.newBuilder()
                    .setIdentifier(i + 1)
                    .setNonce(nonce())
                    .build()
                    .toByteString();
            signatures.addSignatures(MetadataSignature.newBuilder()
                    .setIdentifierHeader(identifier)
                    .setSignature(
                            consenters.get(i).sign(value.concat(identifier).concat(headerBytes))));
        }
        return signatures.build().toByteString();
    }

    /** SmartBFT's {@code ViewMetadata}: field 2 is the latest sequence, field 3 the decisions in the view. */
    private static ByteString viewMetadata(long number) {
        byte[] bytes = new byte[2 * (1 + 10)];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeUInt64(2, number);
            if (number > 1) {
                out.writeUInt64(3, number - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("View metadata cannot be written to memory", e);
        }
        return ByteString.copyFrom(bytes, 0, out.getTotalBytesWritten());
    }

    private ByteString nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }
}
