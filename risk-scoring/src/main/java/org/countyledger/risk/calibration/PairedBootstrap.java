package org.countyledger.risk.calibration;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The difference of two models' AUC on the same records, with its 95 % interval over resampled records.
 *
 * @param difference first minus second
 */
public record PairedBootstrap(double difference, double low, double high) {
    private static final double TAIL = 0.025;
    private static final int ROUNDS = 1000;
    private static final long SEED = 20_160_516;

    public static PairedBootstrap auc(double[] one, double[] other, boolean[] yes) {
        RankedAuc first = new RankedAuc(one, yes);
        RankedAuc second = new RankedAuc(other, yes);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] differences = new double[ROUNDS];
        int[] times = new int[yes.length];
        for (int round = 0; round < differences.length; round++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < yes.length; i++) {
                times[random.nextInt(yes.length)]++;
            }
            differences[round] = first.of(times) - second.of(times);
        }
        Arrays.sort(differences);
        int tail = (int) (TAIL * differences.length);
        Arrays.fill(times, 1);
        return new PairedBootstrap(
                first.of(times) - second.of(times), differences[tail], differences[differences.length - 1 - tail]);
    }

    /** An AUC of weighted records; the order is found once. */
    private static final class RankedAuc {
        private final double[] probability;
        private final boolean[] yes;
        private final int[] order;

        RankedAuc(double[] probability, boolean[] yes) {
            this.probability = probability;
            this.yes = yes;
            this.order = Metrics.order(probability);
        }

        double of(int[] times) {
            double above = 0;
            long positives = 0;
            long negatives = 0;
            for (int from = 0; from < order.length; ) {
                int to = Metrics.endOfTie(probability, order, from);
                long tied = 0;
                long other = 0;
                for (int i = from; i < to; i++) {
                    tied += yes[order[i]] ? times[order[i]] : 0;
                    other += yes[order[i]] ? 0 : times[order[i]];
                }
                above += other * (positives + tied / 2.0);
                positives += tied;
                negatives += other;
                from = to;
            }
            return above / positives / negatives;
        }
    }
}
