package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.HashedWrite;
import org.countyledger.ledger.state.Purge;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.state.VersionedValue;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** What one block changes in one organisation's clear values; transactions are added in their order. */
final class PrivateUpdates {
    private final Function<PrivateKey, Optional<VersionedValue>> before;
    private final Map<PrivateKey, Optional<VersionedValue>> changes = new LinkedHashMap<>();
    private final Set<PrivateKey> metadataWritten = new LinkedHashSet<>();

    PrivateUpdates(Function<PrivateKey, Optional<VersionedValue>> before) {
        this.before = before;
    }

    /** Values to put, or to remove where empty. */
    Map<PrivateKey, Optional<VersionedValue>> changes() {
        return changes;
    }

    void add(PrivateSet set, Version version) {
        KVRWSet writes = StoredSets.parse(set.bytes());
        for (KVWrite write : writes.getWritesList()) {
            PrivateKey key = new PrivateKey(set.namespace(), set.collection(), write.getKey());
            changes.put(
                    key,
                    ReadWriteSets.isDelete(write)
                            ? Optional.empty()
                            : Optional.of(new VersionedValue(write.getValue(), Collections.emptySortedMap(), version)));
        }
        for (KVMetadataWrite write : writes.getMetadataWritesList()) {
            metadataWritten.add(new PrivateKey(set.namespace(), set.collection(), write.getKey()));
        }
    }

    /** Removes a value written until the purge; {@code known} is its clear key where the store had one before. */
    void purge(Purge purge, Optional<PrivateKey> known) {
        known.ifPresent(key -> changes.putIfAbsent(key, Optional.empty()));
        changes.replaceAll((key, value) ->
                isOf(purge, key) ? value.filter(written -> written.version().compareTo(purge.version()) > 0) : value);
    }

    private static boolean isOf(Purge purge, PrivateKey key) {
        return key.namespace().equals(purge.namespace())
                && key.collection().equals(purge.collection())
                && key.hash().equals(purge.keyHash());
    }

    /** Removes a value that ends, unless this block writes it or it was written since. */
    void expire(PrivateKey key, long writtenIn) {
        boolean isCurrent = before.apply(key)
                .filter(value -> value.version().blockNumber() == writtenIn)
                .isPresent();
        if (isCurrent) {
            changes.putIfAbsent(key, Optional.empty());
        }
    }

    /** A key whose metadata alone were written has a new version in public; its clear value follows. */
    void followMetadata(UpdateBatch updates) {
        for (PrivateKey key : metadataWritten) {
            Optional<HashedWrite> hashed = updates.hashedWrite(key.namespace(), key.collection(), key.hash());
            Optional<VersionedValue> value = changes.containsKey(key) ? changes.get(key) : before.apply(key);
            if (hashed.isPresent()
                    && value.isPresent()
                    && isSame(hashed.get(), value.get().value())) {
                changes.put(
                        key,
                        Optional.of(new VersionedValue(
                                value.get().value(),
                                Collections.emptySortedMap(),
                                hashed.get().version())));
            }
        }
    }

    private static boolean isSame(HashedWrite hashed, ByteString value) {
        return hashed.valueHash().equals(Optional.of(Sha256.of(value)));
    }
}
