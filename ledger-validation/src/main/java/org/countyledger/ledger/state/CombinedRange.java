package org.countyledger.ledger.state;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.countyledger.ledger.rwset.KeyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A range of the world state as it would be after the writes of a batch (Fabric's {@code combinedIterator}): at equal
 * keys the batch wins, its deletions hide.
 */
final class CombinedRange implements Iterator<KeyedValue> {
    private final Iterator<KeyedValue> committed;
    private final Iterator<Map.Entry<String, PublicWrite>> written;
    private @Nullable KeyedValue nextCommitted;
    private Map.@Nullable Entry<String, PublicWrite> nextWritten;
    private @Nullable KeyedValue next;

    CombinedRange(Iterator<KeyedValue> committed, Iterator<Map.Entry<String, PublicWrite>> written) {
        this.committed = committed;
        this.written = written;
        this.nextCommitted = following(committed);
        this.nextWritten = following(written);
        this.next = advance();
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

    private @Nullable KeyedValue advance() {
        while (nextCommitted != null || nextWritten != null) {
            KeyedValue kept = nextCommitted;
            Map.Entry<String, PublicWrite> write = nextWritten;
            int order = order(kept, write);
            if (order <= 0) {
                nextCommitted = following(committed);
            }
            if (order >= 0) {
                nextWritten = following(written);
            }
            if (order < 0 || write == null) {
                return kept;
            }
            Optional<VersionedValue> entry = write.getValue().entry();
            if (entry.isPresent()) {
                return new KeyedValue(write.getKey(), entry.get());
            }
        }
        return null;
    }

    private static int order(@Nullable KeyedValue kept, Map.@Nullable Entry<String, PublicWrite> write) {
        if (kept == null) {
            return 1;
        }
        return write == null ? -1 : KeyOrder.UTF8.compare(kept.key(), write.getKey());
    }

    private static <T> @Nullable T following(Iterator<T> iterator) {
        return iterator.hasNext() ? iterator.next() : null;
    }
}
