package org.countyledger.domain.record;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sorted collections of records that nobody changes any more. What was sealed before is passed on as it is, so that a record
 * that keeps a part of the one before shares it, and a comparison of the two sees that at once.
 */
public final class Sealed {
    private static final Class<?> MAP =
            Collections.unmodifiableSortedMap(new TreeMap<>()).getClass();
    private static final Class<?> SET =
            Collections.unmodifiableSortedSet(new TreeSet<>()).getClass();

    private Sealed() {}

    /** A copy, unless it is a view that was made here over a copy. */
    public static <V> SortedMap<String, V> map(SortedMap<String, V> map) {
        return map.getClass() == MAP ? map : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** As {@link #map}. */
    public static SortedSet<String> set(SortedSet<String> set) {
        return set.getClass() == SET ? set : Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }
}
