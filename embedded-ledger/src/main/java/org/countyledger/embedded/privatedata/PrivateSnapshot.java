package org.countyledger.embedded.privatedata;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.countyledger.embedded.state.Generation;
import org.countyledger.embedded.state.StateValues;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.VersionedValue;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** One use of a generation of clear values. */
final class PrivateSnapshot implements PrivateState {
    private static final int STATE = 0;

    private final Generation generation;
    private final AtomicBoolean closed = new AtomicBoolean();

    PrivateSnapshot(Generation generation) {
        this.generation = generation;
    }

    static VersionedValue value(byte[] bytes) {
        StateValues.Entry entry = StateValues.decode(bytes);
        return new VersionedValue(entry.value(), entry.metadata(), entry.version());
    }

    @Override
    public Optional<VersionedValue> get(PrivateKey key) {
        return Optional.ofNullable(generation.map(STATE).get(PrivateKeys.state(key)))
                .map(PrivateSnapshot::value);
    }

    @Override
    public Iterator<KeyedValue> range(PrivateKey start, String endKey) {
        if (!endKey.isEmpty() && KeyOrder.UTF8.compare(start.key(), endKey) >= 0) {
            return Collections.emptyIterator();
        }
        byte[] collection = PrivateKeys.collection(start.namespace(), start.collection());
        byte[] end = PrivateKeys.state(new PrivateKey(start.namespace(), start.collection(), endKey));
        return new Range(generation.map(STATE).cursor(PrivateKeys.state(start)), collection, end);
    }

    @Override
    public PrivateState copy() {
        generation.use();
        return new PrivateSnapshot(generation);
    }

    private static final class Range implements Iterator<KeyedValue> {
        private final Cursor<byte[], byte[]> cursor;
        private final byte[] collection;
        private final byte[] end;
        private @Nullable KeyedValue next;

        Range(Cursor<byte[], byte[]> cursor, byte[] collection, byte[] end) {
            this.cursor = cursor;
            this.collection = collection;
            this.end = end;
            this.next = advance();
        }

        private @Nullable KeyedValue advance() {
            if (!cursor.hasNext()) {
                return null;
            }
            byte[] key = cursor.next();
            boolean isBehind = end.length > collection.length && Arrays.compareUnsigned(key, end) >= 0;
            return isBehind || !PrivateKeys.startsWith(key, collection)
                    ? null
                    : new KeyedValue(PrivateKeys.privateKey(key, 0).key(), value(cursor.getValue()));
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public KeyedValue next() {
            KeyedValue result = next;
            if (result == null) {
                throw new NoSuchElementException();
            }
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
