package org.countyledger.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** Reads and writes of one collection, in clear for its members and hashed for all; sorted by the clear key. */
final class CollectionRecord {
    private final NavigableMap<String, Optional<Version>> reads = new TreeMap<>(KeyOrder.UTF8);
    private final NavigableMap<String, Write> writes = new TreeMap<>(KeyOrder.UTF8);
    private final NavigableMap<String, Map<String, ByteString>> metadataWrites = new TreeMap<>(KeyOrder.UTF8);

    private record Write(ByteString value, boolean isPurge) {}

    void read(String key, Optional<Version> version) {
        reads.put(key, version);
    }

    void write(String key, ByteString value) {
        writes.put(key, new Write(value, false));
    }

    void purge(String key) {
        writes.put(key, new Write(ByteString.EMPTY, true));
    }

    void writeMetadata(String key, Map<String, ByteString> entries) {
        NavigableMap<String, ByteString> sorted = new TreeMap<>(KeyOrder.UTF8);
        sorted.putAll(entries);
        metadataWrites.put(key, sorted);
    }

    /** The clear set; empty where nothing is written. Of metadata it only has the keys, whose versions will rise. */
    Optional<ByteString> privateSet() {
        if (writes.isEmpty() && metadataWrites.isEmpty()) {
            return Optional.empty();
        }
        KVRWSet.Builder set = KVRWSet.newBuilder();
        writes.forEach((key, write) -> set.addWrites(KVWrite.newBuilder()
                .setKey(key)
                .setIsDelete(write.value().isEmpty())
                .setValue(write.value())));
        metadataWrites
                .keySet()
                .forEach(key ->
                        set.addMetadataWrites(KVMetadataWrite.newBuilder().setKey(key)));
        return Optional.of(set.build().toByteString());
    }

    CollectionHashedReadWriteSet hashed(String collection) {
        HashedRWSet.Builder set = HashedRWSet.newBuilder();
        reads.forEach((key, version) -> {
            KVReadHash.Builder read = KVReadHash.newBuilder().setKeyHash(Sha256.ofKey(key));
            version.map(ReadWriteSets::version).ifPresent(read::setVersion);
            set.addHashedReads(read);
        });
        writes.forEach((key, write) -> set.addHashedWrites(hashed(key, write)));
        metadataWrites.forEach((key, entries) -> {
            KVMetadataWriteHash.Builder write = KVMetadataWriteHash.newBuilder().setKeyHash(Sha256.ofKey(key));
            entries.forEach((name, value) ->
                    write.addEntries(KVMetadataEntry.newBuilder().setName(name).setValue(value)));
            set.addMetadataWrites(write);
        });
        CollectionHashedReadWriteSet.Builder hashed = CollectionHashedReadWriteSet.newBuilder()
                .setCollectionName(collection)
                .setHashedRwset(set.build().toByteString());
        privateSet().map(Sha256::of).ifPresent(hashed::setPvtRwsetHash);
        return hashed.build();
    }

    private static KVWriteHash hashed(String key, Write write) {
        KVWriteHash.Builder hashed = KVWriteHash.newBuilder()
                .setKeyHash(Sha256.ofKey(key))
                .setIsDelete(write.value().isEmpty())
                .setIsPurge(write.isPurge());
        return write.value().isEmpty()
                ? hashed.build()
                : hashed.setValueHash(Sha256.of(write.value())).build();
    }
}
