package org.countyledger.oracle.quality;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * QARTOD gross range test. Flags never drop a reading; the other tests of oracle.md are not run yet, so a 1 says only that
 * the value is within the range.
 *
 * @param suspectFrom in thousandths, inclusive like the others
 */
public record GrossRange(long failFrom, long suspectFrom, long suspectTo, long failTo) {
    private static final String GOOD = "1";
    private static final String NOT_EVALUATED = "2";
    private static final String SUSPECT = "3";
    private static final String FAIL = "4";

    /** Of PM2.5 in µg/m³: fail outside 0–1000, suspect outside 2–500. */
    static final GrossRange PM2_5 = new GrossRange(0, 2_000, 500_000, 1_000_000);

    private static final Map<String, GrossRange> BY_POLLUTANT = Map.of("PM2_5", PM2_5);

    /** How many of the values have which flag; a pollutant without a range is not evaluated. */
    public static SortedMap<String, Long> flags(String pollutant, long[] millis) {
        SortedMap<String, Long> counts = new TreeMap<>();
        GrossRange range = BY_POLLUTANT.get(pollutant);
        LongStream.of(millis)
                .forEach(milli -> counts.merge(range == null ? NOT_EVALUATED : range.flag(milli), 1L, Long::sum));
        return counts;
    }

    String flag(long milli) {
        if (milli < failFrom || milli > failTo) {
            return FAIL;
        }
        return milli < suspectFrom || milli > suspectTo ? SUSPECT : GOOD;
    }
}
