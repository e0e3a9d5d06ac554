package org.countyledger.risk.explain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.countyledger.risk.features.RiskSchema;

/**
 * How much one feature moved a score, with its sign: millionths of probability for a forest, of log odds for boosted
 * trees.
 */
public record Contribution(String code, long millionths) {
    private static final int TOP = 5;
    private static final double MILLION = 1e6;

    /** The five that weigh most; of equals the one that stands first in the schema. What rounds to nothing is left out. */
    public static List<Contribution> top(RiskSchema schema, double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Contribution(schema.features().get(i).code(), Math.round(values[i] * MILLION)))
                .filter(each -> each.millionths() != 0)
                .sorted(Comparator.comparingLong((Contribution each) -> -Math.abs(each.millionths())))
                .limit(TOP)
                .toList();
    }
}
