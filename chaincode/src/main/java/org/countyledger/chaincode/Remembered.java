package org.countyledger.chaincode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was lately worked out and may be used again; the least used go first. Safe for several transactions at once. */
final class Remembered<K, V> {
    private final Map<K, V> values;

    Remembered(int most) {
        this.values = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    void put(K key, V value) {
        values.put(key, value);
    }
}
