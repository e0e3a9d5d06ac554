package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.h2.mvstore.MVMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where blocks and transactions are, and which transactions wrote a key. */
public final class BlockIndex {
    private static final byte[] NOTHING = new byte[0];

    private final MVMap<byte[], byte[]> transactions;
    private final MVMap<byte[], byte[]> headers;
    private final MVMap<byte[], byte[]> blocks;
    private final MVMap<byte[], byte[]> history;

    /** Block number and index in the block of a transaction. */
    public record TransactionPlace(long block, int transaction) {}

    BlockIndex(
            MVMap<byte[], byte[]> transactions,
            MVMap<byte[], byte[]> headers,
            MVMap<byte[], byte[]> blocks,
            MVMap<byte[], byte[]> history) {
        this.transactions = transactions;
        this.headers = headers;
        this.blocks = blocks;
        this.history = history;
    }

    void add(Block block, BlockLocation location, ByteString headerHash, List<TransactionParts> transactionParts) {
        long number = block.getHeader().getNumber();
        blocks.put(
                StateKeys.number(number), StateValues.numbers(location.file(), location.offset(), location.length()));
        headers.put(headerHash.toByteArray(), StateValues.numbers(number, 0));
        for (int i = 0; i < transactionParts.size(); i++) {
            TransactionParts parts = transactionParts.get(i);
            if (!parts.transactionId().isEmpty()) {
                add(parts, number, i, code(block, i));
            }
        }
    }

    private void add(TransactionParts parts, long block, int transaction, TxValidationCode code) {
        transactions.putIfAbsent(StateKeys.utf8(parts.transactionId()), StateValues.numbers(block, transaction));
        if (code == TxValidationCode.VALID) {
            for (NamespaceReadWrites namespace : namespaces(parts)) {
                for (KVWrite write : namespace.publicSet().getWritesList()) {
                    history.put(StateKeys.history(namespace.namespace(), write.getKey(), block, transaction), NOTHING);
                }
            }
        }
    }

    static List<NamespaceReadWrites> namespaces(TransactionParts parts) {
        return parts.results().map(ReadWriteSets::namespaces).orElse(List.of());
    }

    /** The code a committed block records for one of its transactions. */
    public static TxValidationCode code(Block block, int transaction) {
        ByteString filter = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        return Optional.ofNullable(TxValidationCode.forNumber(filter.byteAt(transaction) & 0xff))
                .orElse(TxValidationCode.INVALID_OTHER_REASON);
    }

    /** The first occurrence of a transaction id. */
    public Optional<TransactionPlace> transaction(String transactionId) {
        return Optional.ofNullable(transactions.get(StateKeys.utf8(transactionId)))
                .map(StateValues::place)
                .map(place -> new TransactionPlace(place.block(), place.transaction()));
    }

    public Optional<BlockLocation> location(long number) {
        return Optional.ofNullable(blocks.get(StateKeys.number(number))).map(StateValues::location);
    }

    Optional<Long> numberOf(ByteString headerHash) {
        return Optional.ofNullable(headers.get(headerHash.toByteArray()))
                .map(bytes -> StateValues.place(bytes).block());
    }

    /** Places of every public write of VALID transactions to a key, newest first. */
    List<TransactionPlace> writers(String namespace, String key) {
        byte[] prefix = StateKeys.history(namespace, key);
        List<TransactionPlace> places = new ArrayList<>();
        for (Iterator<byte[]> keys = history.keyIterator(prefix); keys.hasNext(); ) {
            byte[] found = keys.next();
            if (!StateKeys.isHistoryOf(found, prefix)) {
                break;
            }
            ByteBuffer version = StateKeys.historyVersion(found);
            places.add(new TransactionPlace(version.getLong(), version.getInt()));
        }
        Collections.reverse(places);
        return places;
    }
}
