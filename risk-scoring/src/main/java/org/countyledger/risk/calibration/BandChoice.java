package org.countyledger.risk.calibration;

import java.util.Arrays;

/** Chooses the bands that would have cost least on records of the training period that the model had not seen. */
public final class BandChoice {
    private static final int STEP = 10_000;
    private static final int STEPS = 101;

    private BandChoice() {}

    /** Thresholds are whole hundredths; of equal costs the higher threshold is taken, which troubles fewer records. */
    public static Bands cheapest(int[] millionths, boolean[] bad, Costs costs) {
        if (millionths.length == 0 || millionths.length != bad.length) {
            throw new IllegalArgumentException("bands need scores, each with its outcome");
        }
        long[] low = upTo(Band.LOW, millionths, bad, costs);
        long[] call = upTo(Band.ELEVATED, millionths, bad, costs);
        long[] visit = upTo(Band.HIGH, millionths, bad, costs);
        Bands best = new Bands(STEPS * STEP - STEP + 1, STEPS * STEP - STEP + 1);
        long least = Long.MAX_VALUE;
        for (int first = STEPS - 1; first >= 0; first--) {
            for (int second = STEPS - 1; second >= first; second--) {
                long cost = low[first] + call[second] - call[first] + visit[STEPS] - visit[second];
                if (cost < least) {
                    least = cost;
                    best = new Bands(first * STEP, second * STEP);
                }
            }
        }
        return best;
    }

    /** Cost of treating all records below each step by {@code band}. */
    private static long[] upTo(Band band, int[] millionths, boolean[] bad, Costs costs) {
        long[] sums = new long[STEPS + 1];
        for (int i = 0; i < millionths.length; i++) {
            sums[Math.min(millionths[i] / STEP, STEPS - 1) + 1] += costs.of(band, bad[i]);
        }
        Arrays.parallelPrefix(sums, Long::sum);
        return sums;
    }
}
