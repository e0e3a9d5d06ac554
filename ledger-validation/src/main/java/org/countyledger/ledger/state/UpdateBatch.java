package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.Version;

/**
 * Everything one block changes: the last write of each public key and of each private key's hash (Fabric's
 * {@code privacyenabledstate.UpdateBatch}), in byte order. Not thread safe.
 */
public final class UpdateBatch {
    private static final Comparator<HashedKey> HASHED_ORDER = Comparator.comparing(HashedKey::namespace, KeyOrder.UTF8)
            .thenComparing(HashedKey::collection, KeyOrder.UTF8)
            .thenComparing(HashedKey::keyHash, KeyOrder.BYTES);

    private final NavigableMap<String, NavigableMap<String, PublicWrite>> publicWrites = new TreeMap<>(KeyOrder.UTF8);
    private final NavigableMap<HashedKey, HashedWrite> hashedWrites = new TreeMap<>(HASHED_ORDER);
    private final Map<HashedKey, Purge> purges = new LinkedHashMap<>();

    private record HashedKey(String namespace, String collection, ByteString keyHash) {}

    public void put(
            String namespace, String key, ByteString value, SortedMap<String, ByteString> metadata, Version version) {
        put(new PublicWrite(namespace, key, Optional.of(value), metadata, version));
    }

    public void delete(String namespace, String key, Version version) {
        put(new PublicWrite(namespace, key, Optional.empty(), Collections.emptySortedMap(), version));
    }

    public void putHash(
            String namespace,
            String collection,
            ByteString keyHash,
            ByteString valueHash,
            SortedMap<String, ByteString> metadata,
            Version version) {
        put(new HashedWrite(namespace, collection, keyHash, Optional.of(valueHash), metadata, version));
    }

    public void deleteHash(String namespace, String collection, ByteString keyHash, Version version) {
        put(new HashedWrite(namespace, collection, keyHash, Optional.empty(), Collections.emptySortedMap(), version));
    }

    public void purge(Purge purge) {
        purges.put(new HashedKey(purge.namespace(), purge.collection(), purge.keyHash()), purge);
    }

    /** The write of this block to a public key, a deletion included. */
    public Optional<PublicWrite> publicWrite(String namespace, String key) {
        NavigableMap<String, PublicWrite> keys = publicWrites.get(namespace);
        return keys == null ? Optional.empty() : Optional.ofNullable(keys.get(key));
    }

    /** The write of this block to a private key's hash entry, a deletion included. */
    public Optional<HashedWrite> hashedWrite(String namespace, String collection, ByteString keyHash) {
        return Optional.ofNullable(hashedWrites.get(new HashedKey(namespace, collection, keyHash)));
    }

    /** All public writes by namespace and key. */
    public List<PublicWrite> publicWrites() {
        return publicWrites.values().stream()
                .flatMap(keys -> keys.values().stream())
                .toList();
    }

    /** Public writes of one namespace by key. */
    public NavigableMap<String, PublicWrite> publicWrites(String namespace) {
        NavigableMap<String, PublicWrite> keys = publicWrites.get(namespace);
        return keys == null ? Collections.emptyNavigableMap() : Collections.unmodifiableNavigableMap(keys);
    }

    /** All writes of hash entries by namespace, collection and key hash. */
    public Collection<HashedWrite> hashedWrites() {
        return Collections.unmodifiableCollection(hashedWrites.values());
    }

    /** Writes of hash entries of one namespace by collection and key hash. */
    public Collection<HashedWrite> hashedWrites(String namespace) {
        return hashedWrites.tailMap(new HashedKey(namespace, "", ByteString.EMPTY), true).values().stream()
                .takeWhile(write -> write.namespace().equals(namespace))
                .toList();
    }

    /** Private keys purged by this block. */
    public Collection<Purge> purges() {
        return Collections.unmodifiableCollection(purges.values());
    }

    public boolean isEmpty() {
        return publicWrites.isEmpty() && hashedWrites.isEmpty();
    }

    private void put(PublicWrite write) {
        publicWrites
                .computeIfAbsent(write.namespace(), namespace -> new TreeMap<>(KeyOrder.UTF8))
                .put(write.key(), write);
    }

    private void put(HashedWrite write) {
        hashedWrites.put(new HashedKey(write.namespace(), write.collection(), write.keyHash()), write);
    }
}
