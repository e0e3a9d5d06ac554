package org.countyledger.risk.drift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the values of a feature, or scores, were spread when the model was made: at most ten bins of about a tenth of the
 * records each. Bins end at values, so a code or a step is never cut in two.
 *
 * @param ends the last value of every bin but the last
 * @param counts records of every bin
 */
public record Reference(List<Integer> ends, List<Long> counts) {
    /** Above this a model is suspended. */
    public static final double DRIFTED = 0.25;

    private static final int BINS = 10;
    private static final double HALF_A_RECORD = 0.5;

    public Reference {
        ends = List.copyOf(ends);
        counts = List.copyOf(counts);
        if (counts.size() != ends.size() + 1) {
            throw new IllegalArgumentException("there is one more bin than ends");
        }
    }

    public static Reference of(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Integer> ends = IntStream.range(1, BINS)
                .map(bin -> sorted[(int) ((long) bin * sorted.length / BINS)])
                .filter(end -> end < sorted[sorted.length - 1])
                .distinct()
                .boxed()
                .toList();
        return new Reference(ends, histogram(ends, values));
    }

    /** The population stability index of {@code values}: the sum over bins of (p - q) ln(p / q). */
    public double psi(int[] values) {
        List<Long> today = histogram(ends, values);
        double sum = 0;
        for (int bin = 0; bin < counts.size(); bin++) {
            double p = share(today, bin);
            double q = share(counts, bin);
            sum += (p - q) * StrictMath.log(p / q);
        }
        return sum;
    }

    /** An empty bin counts as half a record, so that the index stays finite. */
    private static double share(List<Long> counts, int bin) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return (counts.get(bin) + HALF_A_RECORD) / (all + HALF_A_RECORD * counts.size());
    }

    private static List<Long> histogram(List<Integer> ends, int[] values) {
        long[] counts = new long[ends.size() + 1];
        for (int value : values) {
            int bin = 0;
            while (bin < ends.size() && value > ends.get(bin)) {
                bin++;
            }
            counts[bin]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
