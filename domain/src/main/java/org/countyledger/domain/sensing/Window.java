package org.countyledger.domain.sensing;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.record.CanonicalJson;

/**
 * Statistics of one window of a datastream, in thousandths of its unit.
 *
 * @param root RFC 9162 root over the signed readings (COSE bytes) of the window, hex
 * @param count readings; 0 for a missing window, whose other figures are 0
 * @param flags QARTOD flag to number of readings that have it
 */
public record Window(
        String root, long count, long sum, long min, long median, long max, SortedMap<String, Long> flags) {
    private static final long HIGHEST_MILLI = 10_000_000;
    private static final String EMPTY_ROOT = MerkleTree.root(List.of());

    public Window {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }

    /** A window without readings. */
    public static Window missing() {
        return new Window(EMPTY_ROOT, 0, 0, 0, 0, 0, new TreeMap<>());
    }

    public boolean isMissing() {
        return count == 0;
    }

    /** Mean in thousandths, rounded down. */
    public long mean() {
        return Math.floorDiv(sum, count);
    }

    /** Whether one set of readings can have these figures. */
    public boolean isPossible() {
        if (isMissing()) {
            return equals(missing());
        }
        long flagged = flags.values().stream().mapToLong(Long::longValue).sum();
        return count > 0
                && min >= 0
                && min <= median
                && median <= max
                && max <= HIGHEST_MILLI
                && sum >= min * count
                && sum <= max * count
                && flagged == count;
    }

    /** Leaf of the batch's tree. */
    byte[] leaf() {
        return CanonicalJson.write(this);
    }
}
