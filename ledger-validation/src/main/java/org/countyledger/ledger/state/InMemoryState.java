package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.KeyOrder;

/** World state in maps, for replays and tests. Not thread safe while a batch is applied. */
public final class InMemoryState implements StateView {
    private final Map<String, NavigableMap<String, VersionedValue>> namespaces = new HashMap<>();
    private final Map<HashedKey, VersionedHash> hashes = new HashMap<>();

    private record HashedKey(String namespace, String collection, ByteString keyHash) {}

    @Override
    public Optional<VersionedValue> get(String namespace, String key) {
        NavigableMap<String, VersionedValue> keys = namespaces.get(namespace);
        return keys == null ? Optional.empty() : Optional.ofNullable(keys.get(key));
    }

    @Override
    public Iterator<KeyedValue> range(String namespace, String startKey, String endKey) {
        NavigableMap<String, VersionedValue> keys = namespaces.getOrDefault(namespace, new TreeMap<>(KeyOrder.UTF8));
        return KeyRanges.sub(keys, startKey, endKey).entrySet().stream()
                .map(entry -> new KeyedValue(entry.getKey(), entry.getValue()))
                .iterator();
    }

    @Override
    public Optional<VersionedHash> getHash(String namespace, String collection, ByteString keyHash) {
        return Optional.ofNullable(hashes.get(new HashedKey(namespace, collection, keyHash)));
    }

    /** Makes the writes of a block the world state. */
    public void apply(UpdateBatch batch) {
        for (PublicWrite write : batch.publicWrites()) {
            NavigableMap<String, VersionedValue> keys =
                    namespaces.computeIfAbsent(write.namespace(), namespace -> new TreeMap<>(KeyOrder.UTF8));
            write.entry().ifPresentOrElse(entry -> keys.put(write.key(), entry), () -> keys.remove(write.key()));
        }
        for (HashedWrite write : batch.hashedWrites()) {
            HashedKey key = new HashedKey(write.namespace(), write.collection(), write.keyHash());
            write.entry().ifPresentOrElse(entry -> hashes.put(key, entry), () -> hashes.remove(key));
        }
    }

    /** Number of public keys, for reports. */
    public long size() {
        return namespaces.values().stream().mapToLong(Map::size).sum();
    }
}
