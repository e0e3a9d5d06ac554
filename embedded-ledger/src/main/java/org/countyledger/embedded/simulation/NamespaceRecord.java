package org.countyledger.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.embedded.privatedata.PrivateSet;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Version;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/** Reads and writes of one namespace: one entry per key, the last wins, sorted by UTF-8 bytes. */
final class NamespaceRecord {
    private final NavigableMap<String, Optional<Version>> reads = new TreeMap<>(KeyOrder.UTF8);
    private final NavigableMap<String, ByteString> writes = new TreeMap<>(KeyOrder.UTF8);
    private final NavigableMap<String, NavigableMap<String, ByteString>> metadataWrites = new TreeMap<>(KeyOrder.UTF8);
    private final Map<RangeKey, RangeQueryInfo> ranges = new LinkedHashMap<>();
    private final NavigableMap<String, CollectionRecord> collections = new TreeMap<>(KeyOrder.UTF8);

    private record RangeKey(String start, String end, boolean exhausted) {}

    void read(String key, Optional<Version> version) {
        reads.put(key, version);
    }

    /** Writing nothing is deleting. */
    void write(String key, ByteString value) {
        writes.put(key, value);
    }

    void writeMetadata(String key, Map<String, ByteString> entries) {
        NavigableMap<String, ByteString> sorted = new TreeMap<>(KeyOrder.UTF8);
        sorted.putAll(entries);
        metadataWrites.put(key, sorted);
    }

    void range(RangeQueryInfo range) {
        ranges.putIfAbsent(new RangeKey(range.getStartKey(), range.getEndKey(), range.getItrExhausted()), range);
    }

    CollectionRecord collection(String name) {
        return collections.computeIfAbsent(name, absent -> new CollectionRecord());
    }

    /** What is written to collections, in clear, by collection. */
    List<PrivateSet> privateSets(String namespace) {
        List<PrivateSet> sets = new ArrayList<>();
        collections.forEach((name, collection) ->
                collection.privateSet().ifPresent(bytes -> sets.add(new PrivateSet(namespace, name, bytes))));
        return sets;
    }

    NsReadWriteSet build(String namespace) {
        KVRWSet.Builder set = KVRWSet.newBuilder();
        reads.forEach((key, version) -> {
            KVRead.Builder read = KVRead.newBuilder().setKey(key);
            version.map(ReadWriteSets::version).ifPresent(read::setVersion);
            set.addReads(read);
        });
        set.addAllRangeQueriesInfo(ranges.values());
        writes.forEach((key, value) -> set.addWrites(
                KVWrite.newBuilder().setKey(key).setIsDelete(value.isEmpty()).setValue(value)));
        metadataWrites.forEach((key, entries) -> {
            KVMetadataWrite.Builder write = KVMetadataWrite.newBuilder().setKey(key);
            entries.forEach((name, value) ->
                    write.addEntries(KVMetadataEntry.newBuilder().setName(name).setValue(value)));
            set.addMetadataWrites(write);
        });
        NsReadWriteSet.Builder built = NsReadWriteSet.newBuilder()
                .setNamespace(namespace)
                .setRwset(set.build().toByteString());
        collections.forEach((name, collection) -> built.addCollectionHashedRwset(collection.hashed(name)));
        return built.build();
    }
}
