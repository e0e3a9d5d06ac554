package org.countyledger.domain.contracts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;

/** What a month's figures take off the fee, by the policy {@code ppp} that the contract names. */
public final class Penalties {
    private static final long WHOLE = 1000;
    private static final List<String> ENTRIES = List.of(
            "kpi.completion.permille",
            "kpi.completion.low.permille",
            "kpi.waitP90.seconds",
            "kpi.satisfaction.milli",
            "kpi.badReview.permille",
            "kpi.availability.permille",
            "penalty.completion.permille",
            "penalty.completion.low.permille",
            "penalty.waitP90.permille",
            "penalty.satisfaction.permille",
            "penalty.badReview.permille",
            "penalty.availability.permille",
            "penalty.missing.permille",
            "penalty.max.permille");

    private final PolicyVersion policy;

    private Penalties(PolicyVersion policy) {
        this.policy = policy;
    }

    /** Empty if the policy leaves a number out. */
    public static Optional<Penalties> of(PolicyVersion policy) {
        return ENTRIES.stream().allMatch(name -> policy.integer(name).isPresent())
                ? Optional.of(new Penalties(policy))
                : Optional.empty();
    }

    private long entry(String name) {
        return policy.integer(name).orElseThrow();
    }

    /** Per mille of the monthly fee. */
    public long deductionPermille(Clear figures, boolean missing) {
        long sum = Stream.of(
                        completion(figures),
                        above(figures, "waitP90Seconds", "kpi.waitP90.seconds", "penalty.waitP90.permille"),
                        below(figures, "satisfactionMilli", "kpi.satisfaction.milli", "penalty.satisfaction.permille"),
                        above(figures, "badReviewPermille", "kpi.badReview.permille", "penalty.badReview.permille"),
                        below(
                                figures,
                                "availabilityPermille",
                                "kpi.availability.permille",
                                "penalty.availability.permille"),
                        missing ? entry("penalty.missing.permille") : 0L)
                .mapToLong(Long::longValue)
                .sum();
        return Math.min(sum, entry("penalty.max.permille"));
    }

    private long completion(Clear figures) {
        long low =
                below(figures, "completionPermille", "kpi.completion.low.permille", "penalty.completion.low.permille");
        return low > 0
                ? low
                : below(figures, "completionPermille", "kpi.completion.permille", "penalty.completion.permille");
    }

    private long below(Clear figures, String figure, String limit, String penalty) {
        return figures.integer(figure).filter(value -> value < entry(limit)).isPresent() ? entry(penalty) : 0;
    }

    private long above(Clear figures, String figure, String limit, String penalty) {
        return figures.integer(figure).filter(value -> value > entry(limit)).isPresent() ? entry(penalty) : 0;
    }

    /** What is due of the fee, in fen, rounded down. */
    public static long payableFen(long feeFen, long deductionPermille) {
        return Math.multiplyExact(feeFen, WHOLE - deductionPermille) / WHOLE;
    }
}
