package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.countyledger.embedded.blockfile.BlockLog;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;

/** Blocks found through the index and read from the log. */
public final class CommittedBlocks implements BlockStore {
    private final BlockLog log;
    private final StateStore store;
    private final LongSupplier height;

    public CommittedBlocks(BlockLog log, StateStore store) {
        this(log, store, store::height);
    }

    /** As somebody sees them who has not heard of later blocks. */
    public CommittedBlocks(BlockLog log, StateStore store, LongSupplier height) {
        this.log = log;
        this.store = store;
        this.height = height;
    }

    @Override
    public BlockchainInfo chainInfo() {
        long seen = height.getAsLong();
        BlockchainInfo.Builder info = BlockchainInfo.newBuilder().setHeight(seen);
        block(seen - 1)
                .ifPresent(last -> info.setCurrentBlockHash(BlockHashes.headerHash(last.getHeader()))
                        .setPreviousBlockHash(last.getHeader().getPreviousHash()));
        return info.build();
    }

    @Override
    public Optional<Block> block(long number) {
        return number < 0 || number >= height.getAsLong()
                ? Optional.empty()
                : store.index().location(number).map(log::read);
    }

    @Override
    public Optional<Block> blockByHash(ByteString headerHash) {
        return store.index().numberOf(headerHash).flatMap(this::block);
    }

    @Override
    public Optional<Block> blockByTransactionId(String transactionId) {
        return store.index().transaction(transactionId).flatMap(place -> block(place.block()));
    }

    @Override
    public Optional<ProcessedTransaction> transaction(String transactionId) {
        return store.index()
                .transaction(transactionId)
                .flatMap(place -> block(place.block()).map(block -> processed(block, place.transaction())));
    }

    private static ProcessedTransaction processed(Block block, int transaction) {
        try {
            return ProcessedTransaction.newBuilder()
                    .setTransactionEnvelope(Envelope.parseFrom(block.getData().getData(transaction)))
                    .setValidationCode(BlockIndex.code(block, transaction).getNumber())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("An indexed transaction does not parse", e);
        }
    }

    @Override
    public boolean contains(String transactionId) {
        return store.index()
                .transaction(transactionId)
                .filter(place -> place.block() < height.getAsLong())
                .isPresent();
    }

    @Override
    public List<KeyModification> history(String namespace, String key) {
        return store.index().writers(namespace, key).stream()
                .flatMap(place -> block(place.block()).stream()
                        .flatMap(block -> modification(block, place.transaction(), namespace, key).stream()))
                .toList();
    }

    private static Optional<KeyModification> modification(Block block, int transaction, String namespace, String key) {
        TransactionParts parts = TransactionParts.of(block.getData().getData(transaction));
        return BlockIndex.namespaces(parts).stream()
                .filter(written -> written.namespace().equals(namespace))
                .flatMap(written -> written.publicSet().getWritesList().stream())
                .filter(write -> write.getKey().equals(key))
                .findFirst()
                .map(write -> KeyModification.newBuilder()
                        .setTxId(parts.transactionId())
                        .setValue(write.getValue())
                        .setTimestamp(parts.channelHeader()
                                .map(ChannelHeader::getTimestamp)
                                .orElse(Timestamp.getDefaultInstance()))
                        .setIsDelete(ReadWriteSets.isDelete(write))
                        .build());
    }
}
