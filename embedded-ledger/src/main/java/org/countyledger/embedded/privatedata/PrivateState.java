package org.countyledger.embedded.privatedata;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.VersionedValue;

/** The clear values that one organisation holds, as they were at one height; stays as it is until closed. */
public interface PrivateState extends AutoCloseable {
    /** Holds nothing. */
    PrivateState NONE = new PrivateState() {
        @Override
        public Optional<VersionedValue> get(PrivateKey key) {
            return Optional.empty();
        }

        @Override
        public Iterator<KeyedValue> range(PrivateKey start, String endKey) {
            return Collections.emptyIterator();
        }

        @Override
        public PrivateState copy() {
            return this;
        }

        @Override
        public void close() {
            // There is nothing to let go.
        }
    };

    Optional<VersionedValue> get(PrivateKey key);

    /** Keys of one collection from {@code start} to {@code endKey} (exclusive; empty means to the end), in byte order. */
    Iterator<KeyedValue> range(PrivateKey start, String endKey);

    /** The same state for another reader, who closes it himself. */
    PrivateState copy();

    @Override
    void close();
}
