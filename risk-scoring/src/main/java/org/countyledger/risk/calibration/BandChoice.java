package org.countyledger.risk.calibration;

import java.util.Arrays;
import org.countyledger.domain.risk.Band;

/** Chooses the bands that would have cost least on records of the training period that the model had not seen. */
public final class BandChoice {
    private static final int STEP = 10_000;
    private static final int STEPS = 101;

    private final int[] millionths;
    private final boolean[] bad;
    private final Costs costs;

    private BandChoice(int[] millionths, boolean[] bad, Costs costs) {
        if (millionths.length == 0 || millionths.length != bad.length) {
            throw new IllegalArgumentException("bands need scores, each with its outcome");
        }
        this.millionths = millionths;
        this.bad = bad;
        this.costs = costs;
    }

    /** Thresholds are whole hundredths; of equal costs the higher threshold is taken, which troubles fewer records. */
    public static Bands cheapest(int[] millionths, boolean[] bad, Costs costs) {
        return new BandChoice(millionths, bad, costs).cheapest();
    }

    private Bands cheapest() {
        long[] low = upTo(Band.LOW);
        long[] call = upTo(Band.ELEVATED);
        long[] visit = upTo(Band.HIGH);
        Bands best = new Bands(0, 0);
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
    private long[] upTo(Band band) {
        long[] sums = new long[STEPS + 1];
        for (int i = 0; i < millionths.length; i++) {
            sums[millionths[i] / STEP + 1] += costs.of(band, bad[i]);
        }
        Arrays.parallelPrefix(sums, Long::sum);
        return sums;
    }
}
