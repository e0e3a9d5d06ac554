package org.countyledger.ledger.rwset;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/**
 * The read-write set of one transaction, parsed to its last level (Fabric's {@code rwsetutil.TxRwSet}); namespaces in
 * the order of the transaction.
 */
public record ReadWriteSets(List<NamespaceReadWrites> namespaces) {
    private static final ByteString HASH_OF_NOTHING = Sha256.of(ByteString.EMPTY);

    public ReadWriteSets {
        namespaces = List.copyOf(namespaces);
    }

    /** Parses {@code ChaincodeAction.results}. */
    public static ReadWriteSets parse(ByteString results) throws InvalidProtocolBufferException {
        return parse(TxReadWriteSet.parseFrom(results));
    }

    public static ReadWriteSets parse(TxReadWriteSet set) throws InvalidProtocolBufferException {
        List<NamespaceReadWrites> namespaces = new ArrayList<>(set.getNsRwsetCount());
        for (NsReadWriteSet namespace : set.getNsRwsetList()) {
            List<CollectionReadWrites> collections = new ArrayList<>(namespace.getCollectionHashedRwsetCount());
            for (CollectionHashedReadWriteSet collection : namespace.getCollectionHashedRwsetList()) {
                collections.add(new CollectionReadWrites(
                        collection.getCollectionName(),
                        HashedRWSet.parseFrom(collection.getHashedRwset()),
                        collection.getPvtRwsetHash()));
            }
            namespaces.add(new NamespaceReadWrites(
                    namespace.getNamespace(), KVRWSet.parseFrom(namespace.getRwset()), collections));
        }
        return new ReadWriteSets(namespaces);
    }

    /** Writing nothing is deleting. */
    public static boolean isDelete(KVWrite write) {
        return write.getIsDelete() || write.getValue().isEmpty();
    }

    /** The hash of nothing is a deletion too (FAB-18386). */
    public static boolean isDelete(KVWriteHash write) {
        return write.getIsDelete()
                || write.getValueHash().isEmpty()
                || write.getValueHash().equals(HASH_OF_NOTHING);
    }

    /** The version of a read; a read without one found no key, which the caller tests by {@code hasVersion}. */
    public static Version version(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version) {
        return new Version(version.getBlockNum(), version.getTxNum());
    }

    public static org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version(Version version) {
        return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                .setBlockNum(version.blockNumber())
                .setTxNum(version.transactionNumber())
                .build();
    }
}
