package org.countyledger.oracle.backfill;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.function.BiConsumer;

/** Values of a file by window, compactly: files wait in memory while they are brought to the ledger. */
final class HourlyValues {
    private final long[] windows;
    private final long[] millis;
    private final long last;

    /** @param last the last window that the file has a row for, with a value or without */
    HourlyValues(NavigableMap<Long, Long> milliByWindow, long last) {
        this.windows =
                milliByWindow.keySet().stream().mapToLong(Long::longValue).toArray();
        this.millis = milliByWindow.values().stream().mapToLong(Long::longValue).toArray();
        this.last = last;
    }

    long last() {
        return last;
    }

    /** How many values lie before a window. */
    int before(long window) {
        int found = Arrays.binarySearch(windows, window);
        return found >= 0 ? found : -found - 1;
    }

    int size() {
        return windows.length;
    }

    /** Window and value of each from the first to the last window. */
    void between(long first, long lastWindow, BiConsumer<Long, Long> reader) {
        for (int i = before(first); i < before(lastWindow + 1); i++) {
            reader.accept(windows[i], millis[i]);
        }
    }
}
