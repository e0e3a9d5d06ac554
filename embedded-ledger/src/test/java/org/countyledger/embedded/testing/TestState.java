package org.countyledger.embedded.testing;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.privatedata.PrivateState;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.InMemoryState;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.state.VersionedHash;
import org.countyledger.ledger.state.VersionedValue;

/** World state of a test. */
public final class TestState {
    private final InMemoryState state = new InMemoryState();
    private final AtomicInteger open = new AtomicInteger();

    public TestState put(String namespace, String key, String value, Version version) {
        return put(namespace, key, value, Collections.emptySortedMap(), version);
    }

    public TestState put(
            String namespace, String key, String value, SortedMap<String, ByteString> metadata, Version version) {
        UpdateBatch batch = new UpdateBatch();
        batch.put(namespace, key, ByteString.copyFromUtf8(value), metadata, version);
        state.apply(batch);
        return this;
    }

    public TestState putHash(String namespace, String collection, String key, ByteString valueHash, Version version) {
        UpdateBatch batch = new UpdateBatch();
        batch.putHash(namespace, collection, Sha256.ofKey(key), valueHash, Collections.emptySortedMap(), version);
        state.apply(batch);
        return this;
    }

    public TestState define(ChaincodeSetup definition) {
        UpdateBatch batch = new UpdateBatch();
        definition
                .writes()
                .forEach((key, value) -> batch.put(
                        ChaincodeSetup.NAMESPACE, key, value, Collections.emptySortedMap(), new Version(1, 0)));
        state.apply(batch);
        return this;
    }

    /** Snapshots that nobody has closed. */
    public int openSnapshots() {
        return open.get();
    }

    /** This state as the peer of an organisation without private data sees it. */
    public PeerState peerState() {
        return new PeerState(snapshot(), PrivateState.NONE, new CollectionConfigs(TestChannel.CONFIG));
    }

    public StateSnapshot snapshot() {
        open.incrementAndGet();
        return new Snapshot(state, open);
    }

    private record Snapshot(InMemoryState state, AtomicInteger open) implements StateSnapshot {
        @Override
        public long height() {
            return 2;
        }

        @Override
        public StateSnapshot copy() {
            open.incrementAndGet();
            return new Snapshot(state, open);
        }

        @Override
        public Optional<VersionedValue> get(String namespace, String key) {
            return state.get(namespace, key);
        }

        @Override
        public Iterator<KeyedValue> range(String namespace, String startKey, String endKey) {
            return state.range(namespace, startKey, endKey);
        }

        @Override
        public Optional<VersionedHash> getHash(String namespace, String collection, ByteString keyHash) {
            return state.getHash(namespace, collection, keyHash);
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
