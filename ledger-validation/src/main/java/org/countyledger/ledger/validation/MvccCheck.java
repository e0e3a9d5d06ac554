package org.countyledger.ledger.validation;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.rwset.CollectionReadWrites;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.QueryReadsTree;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.OverlayState;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether what a transaction read is still so, after the VALID transactions before it in its block (Fabric's
 * {@code kvledger/txmgmt/validation/validator.go}).
 */
public final class MvccCheck {
    private final StateView committed;
    private final UpdateBatch earlier;
    private final StateView combined;

    /** @param earlier the writes of the block so far; it may grow between two checks */
    public MvccCheck(StateView committed, UpdateBatch earlier) {
        this.committed = committed;
        this.earlier = earlier;
        this.combined = new OverlayState(committed, earlier);
    }

    /** VALID, MVCC_READ_CONFLICT or PHANTOM_READ_CONFLICT. */
    public TxValidationCode check(ReadWriteSets sets) {
        for (NamespaceReadWrites reads : sets.namespaces()) {
            String namespace = reads.namespace();
            if (!reads.publicSet().getReadsList().stream().allMatch(read -> isCurrent(namespace, read))) {
                return TxValidationCode.MVCC_READ_CONFLICT;
            }
            if (!reads.publicSet().getRangeQueriesInfoList().stream().allMatch(query -> isCurrent(namespace, query))) {
                return TxValidationCode.PHANTOM_READ_CONFLICT;
            }
            if (!reads.collections().stream().allMatch(collection -> isCurrent(namespace, collection))) {
                return TxValidationCode.MVCC_READ_CONFLICT;
            }
        }
        return TxValidationCode.VALID;
    }

    private boolean isCurrent(String namespace, KVRead read) {
        if (earlier.publicWrite(namespace, read.getKey()).isPresent()) {
            return false;
        }
        Optional<Version> found = committed.get(namespace, read.getKey()).map(value -> value.version());
        return isSame(found, read.hasVersion(), read.getVersion());
    }

    private boolean isCurrent(String namespace, CollectionReadWrites collection) {
        for (KVReadHash read : collection.hashed().getHashedReadsList()) {
            if (earlier.hashedWrite(namespace, collection.name(), read.getKeyHash())
                    .isPresent()) {
                return false;
            }
            Optional<Version> found = committed
                    .getHash(namespace, collection.name(), read.getKeyHash())
                    .map(value -> value.version());
            if (!isSame(found, read.hasVersion(), read.getVersion())) {
                return false;
            }
        }
        return true;
    }

    /** Runs the query again; its end belongs to it where the reader stopped there before the results were exhausted. */
    private boolean isCurrent(String namespace, RangeQueryInfo query) {
        Iterator<KeyedValue> results = combined.range(namespace, query.getStartKey(), query.getEndKey());
        Optional<KeyedValue> last = query.getItrExhausted()
                ? Optional.empty()
                : combined.get(namespace, query.getEndKey()).map(value -> new KeyedValue(query.getEndKey(), value));
        return query.hasReadsMerkleHashes()
                ? isSame(results, last, query.getReadsMerkleHashes())
                : isSame(results, last, query.getRawReads().getKvReadsList());
    }

    private static boolean isSame(Iterator<KeyedValue> results, Optional<KeyedValue> last, List<KVRead> reads) {
        for (KVRead read : reads) {
            boolean atEnd = !results.hasNext();
            if (atEnd && last.isEmpty()) {
                return false;
            }
            KeyedValue result = atEnd ? last.get() : results.next();
            if (atEnd) {
                last = Optional.empty();
            }
            if (!result.key().equals(read.getKey())
                    || !result.value().version().equals(ReadWriteSets.version(read.getVersion()))) {
                return false;
            }
        }
        return !results.hasNext() && last.isEmpty();
    }

    private static boolean isSame(
            Iterator<KeyedValue> results, Optional<KeyedValue> last, QueryReadsMerkleSummary expected) {
        if (expected.getMaxDegree() < 2) {
            return false;
        }
        QueryReadsTree tree = new QueryReadsTree(expected.getMaxDegree());
        while (results.hasNext()) {
            KeyedValue result = results.next();
            tree.add(result.key(), result.value().version());
        }
        last.ifPresent(result -> tree.add(result.key(), result.value().version()));
        return tree.finish().filter(expected::equals).isPresent();
    }

    private static boolean isSame(
            Optional<Version> found,
            boolean wasFound,
            org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version read) {
        return wasFound
                ? found.isPresent()
                        && found.get().blockNumber() == read.getBlockNum()
                        && found.get().transactionNumber() == read.getTxNum()
                : found.isEmpty();
    }
}
