package org.countyledger.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The entries of a block's metadata that a peer adds. No orderer signature covers them. */
public final class BlockMetadataParts {
    private BlockMetadataParts() {}

    /** The validation codes that the writer of the block recorded, one byte per transaction; empty if it did not. */
    public static ByteString transactionsFilter(Block block) {
        return entry(block, BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
    }

    /** Recorded codes by transaction; {@code NOT_VALIDATED} where nothing is recorded. */
    public static List<TxValidationCode> recordedCodes(Block block) {
        ByteString filter = transactionsFilter(block);
        List<TxValidationCode> codes = new ArrayList<>();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            codes.add(i < filter.size() ? code(filter.byteAt(i)) : TxValidationCode.NOT_VALIDATED);
        }
        return List.copyOf(codes);
    }

    /** The commit hash that the writer of the block recorded. */
    public static Optional<ByteString> commitHash(Block block) {
        ByteString entry = entry(block, BlockMetadataIndex.COMMIT_HASH_VALUE);
        try {
            return entry.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Metadata.parseFrom(entry).getValue());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /** The block with codes and commit hash in the metadata, as a peer stores it; no hash for block 0. */
    public static Block record(Block block, ByteString transactionsFilter, Optional<ByteString> commitHash) {
        BlockMetadata.Builder metadata = block.getMetadata().toBuilder();
        int entries = commitHash.isPresent()
                ? BlockMetadataIndex.COMMIT_HASH_VALUE + 1
                : BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE + 1;
        while (metadata.getMetadataCount() < entries) {
            metadata.addMetadata(ByteString.EMPTY);
        }
        metadata.setMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, transactionsFilter);
        commitHash.ifPresent(hash -> metadata.setMetadata(
                BlockMetadataIndex.COMMIT_HASH_VALUE,
                Metadata.newBuilder().setValue(hash).build().toByteString()));
        return block.toBuilder().setMetadata(metadata).build();
    }

    static ByteString entry(Block block, int index) {
        return index < block.getMetadata().getMetadataCount()
                ? block.getMetadata().getMetadata(index)
                : ByteString.EMPTY;
    }

    private static TxValidationCode code(byte value) {
        TxValidationCode code = TxValidationCode.forNumber(value & 0xff);
        return code == null ? TxValidationCode.UNRECOGNIZED : code;
    }
}
