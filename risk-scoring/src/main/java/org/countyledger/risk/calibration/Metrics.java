package org.countyledger.risk.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How good probabilities were.
 *
 * @param auc chance that a "yes" stands above a "no", ties counting half
 * @param averagePrecision sum over thresholds of precision times gained recall
 * @param brier mean squared distance
 * @param calibrationError over ten bins of equal width: mean distance between what was said and what came, by records
 */
public record Metrics(
        int records, int yes, double auc, double averagePrecision, double brier, double calibrationError) {
    private static final int BINS = 10;

    public static Metrics of(double[] probability, boolean[] yes) {
        if (probability.length == 0 || probability.length != yes.length) {
            throw new IllegalArgumentException("metrics need probabilities, each with its outcome");
        }
        int[] order = order(probability);
        int positives = (int) IntStream.range(0, yes.length).filter(i -> yes[i]).count();
        return new Metrics(
                yes.length,
                positives,
                auc(probability, yes, order),
                averagePrecision(probability, yes, order),
                brier(probability, yes),
                error(ReliabilityBin.of(probability, yes, BINS), yes.length));
    }

    /** Places by probability, highest first. */
    static int[] order(double[] probability) {
        return IntStream.range(0, probability.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probability[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static double auc(double[] probability, boolean[] yes, int[] order) {
        double above = 0;
        long positives = 0;
        long negatives = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(probability, order, from);
            long tied = Arrays.stream(order, from, to).filter(i -> yes[i]).count();
            long other = to - from - tied;
            above += other * (positives + tied / 2.0);
            positives += tied;
            negatives += other;
            from = to;
        }
        return positives == 0 || negatives == 0 ? Double.NaN : above / positives / negatives;
    }

    private static double averagePrecision(double[] probability, boolean[] yes, int[] order) {
        double sum = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(probability, order, from);
            long tied = Arrays.stream(order, from, to).filter(i -> yes[i]).count();
            positives += tied;
            sum += tied * (double) positives / to;
            from = to;
        }
        return positives == 0 ? Double.NaN : sum / positives;
    }

    static int endOfTie(double[] probability, int[] order, int from) {
        int to = from + 1;
        while (to < order.length && probability[order[to]] == probability[order[from]]) {
            to++;
        }
        return to;
    }

    private static double brier(double[] probability, boolean[] yes) {
        return IntStream.range(0, yes.length)
                .mapToDouble(i -> probability[i] - (yes[i] ? 1 : 0))
                .map(off -> off * off)
                .average()
                .orElse(Double.NaN);
    }

    private static double error(ReliabilityBin[] bins, int records) {
        return Arrays.stream(bins)
                        .mapToDouble(bin -> bin.records() * Math.abs(bin.said() - bin.came()))
                        .map(part -> Double.isNaN(part) ? 0 : part)
                        .sum()
                / records;
    }
}
