package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.Optional;

/** The world state as it would be after the writes of a batch; the batch may grow meanwhile, between two reads. */
public final class OverlayState implements StateView {
    private final StateView committed;
    private final UpdateBatch batch;

    public OverlayState(StateView committed, UpdateBatch batch) {
        this.committed = committed;
        this.batch = batch;
    }

    @Override
    public Optional<VersionedValue> get(String namespace, String key) {
        Optional<PublicWrite> write = batch.publicWrite(namespace, key);
        return write.isPresent() ? write.get().entry() : committed.get(namespace, key);
    }

    @Override
    public Iterator<KeyedValue> range(String namespace, String startKey, String endKey) {
        NavigableMap<String, PublicWrite> writes = batch.publicWrites(namespace);
        Iterator<KeyedValue> kept = committed.range(namespace, startKey, endKey);
        return writes.isEmpty()
                ? kept
                : new CombinedRange(
                        kept, KeyRanges.sub(writes, startKey, endKey).entrySet().iterator());
    }

    @Override
    public Optional<VersionedHash> getHash(String namespace, String collection, ByteString keyHash) {
        Optional<HashedWrite> write = batch.hashedWrite(namespace, collection, keyHash);
        return write.isPresent() ? write.get().entry() : committed.getHash(namespace, collection, keyHash);
    }
}
