package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.VersionedHash;
import org.countyledger.ledger.state.VersionedValue;
import org.h2.mvstore.Cursor;

/** One use of a {@link Generation}. */
final class MapSnapshot implements StateSnapshot {
    private final Generation generation;
    private final AtomicBoolean closed = new AtomicBoolean();

    MapSnapshot(Generation generation) {
        this.generation = generation;
    }

    @Override
    public long height() {
        return generation.height();
    }

    @Override
    public Optional<VersionedValue> get(String namespace, String key) {
        return Optional.ofNullable(generation.map(StateStore.STATE).get(StateKeys.state(namespace, key)))
                .map(MapSnapshot::value);
    }

    @Override
    public StateSnapshot copy() {
        generation.use();
        return new MapSnapshot(generation);
    }

    private static VersionedValue value(byte[] bytes) {
        StateValues.Entry entry = StateValues.decode(bytes);
        return new VersionedValue(entry.value(), entry.metadata(), entry.version());
    }

    @Override
    public Optional<VersionedHash> getHash(String namespace, String collection, ByteString keyHash) {
        return Optional.ofNullable(
                        generation.map(StateStore.HASHES).get(StateKeys.hash(namespace, collection, keyHash)))
                .map(bytes -> {
                    StateValues.Entry entry = StateValues.decode(bytes);
                    return new VersionedHash(entry.value(), entry.metadata(), entry.version());
                });
    }

    @Override
    public Iterator<KeyedValue> range(String namespace, String startKey, String endKey) {
        if (!endKey.isEmpty() && KeyOrder.UTF8.compare(startKey, endKey) >= 0) {
            return Collections.emptyIterator();
        }
        byte[] end = endKey.isEmpty() ? StateKeys.behind(namespace) : StateKeys.state(namespace, endKey);
        Cursor<byte[], byte[]> cursor = generation.map(StateStore.STATE).cursor(StateKeys.state(namespace, startKey));
        return new RangeIterator(cursor, namespace, end);
    }

    private static final class RangeIterator implements Iterator<KeyedValue> {
        private final Cursor<byte[], byte[]> cursor;
        private final String namespace;
        private final byte[] end;
        private Optional<KeyedValue> next;

        RangeIterator(Cursor<byte[], byte[]> cursor, String namespace, byte[] end) {
            this.cursor = cursor;
            this.namespace = namespace;
            this.end = end;
            this.next = advance();
        }

        private Optional<KeyedValue> advance() {
            if (!cursor.hasNext()) {
                return Optional.empty();
            }
            byte[] key = cursor.next();
            return Arrays.compareUnsigned(key, end) >= 0
                    ? Optional.empty()
                    : Optional.of(new KeyedValue(StateKeys.key(key, namespace), value(cursor.getValue())));
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public KeyedValue next() {
            KeyedValue result = next.orElseThrow();
            next = advance();
            return result;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            generation.release();
        }
    }
}
