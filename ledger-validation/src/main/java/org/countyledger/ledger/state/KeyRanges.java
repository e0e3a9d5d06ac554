package org.countyledger.ledger.state;

import java.util.Collections;
import java.util.NavigableMap;
import org.countyledger.ledger.rwset.KeyOrder;

/** Sub-ranges of sorted keys with Fabric's bounds. */
final class KeyRanges {
    private KeyRanges() {}

    /** Keys from {@code startKey} on and before {@code endKey}; an empty end is the end of all keys. */
    static <V> NavigableMap<String, V> sub(NavigableMap<String, V> keys, String startKey, String endKey) {
        if (endKey.isEmpty()) {
            return keys.tailMap(startKey, true);
        }
        return KeyOrder.UTF8.compare(startKey, endKey) >= 0
                ? Collections.emptyNavigableMap()
                : keys.subMap(startKey, true, endKey, false);
    }
}
