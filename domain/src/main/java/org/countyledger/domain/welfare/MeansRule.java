package org.countyledger.domain.welfare;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.policy.PolicyVersion;

/**
 * A published rule that computes a benefit from a household: what it lacks to the line, by the number and age of its
 * members. Integers only, so that whoever has household and policy version gets the same amount. People decide; this
 * says what the rule gives (Social Assistance Law 19, 21–23: the line is set by province or city).
 *
 * @param lineFen income of a year that one adult needs
 * @param firstPermille weight of the first adult; then of each further adult and of each child
 * @param adultFromYears age from which a member counts as an adult
 */
public record MeansRule(long lineFen, long firstPermille, long adultPermille, long childPermille, long adultFromYears) {
    private static final long PER_MILLE = 1000;
    private static final long MONTHS = 12;

    /**
     * Who lives together and what they have.
     *
     * @param ages in whole years, one for each member
     * @param incomeFen of the year, of all members, after what they pay to others
     */
    public record Household(List<Integer> ages, long incomeFen) {
        public Household {
            ages = List.copyOf(ages);
            if (ages.isEmpty()) {
                throw new IllegalArgumentException("a household has at least one member");
            }
        }
    }

    /** The rule of a version of a policy; empty if it leaves a number out. */
    public static Optional<MeansRule> of(PolicyVersion policy) {
        List<Long> numbers = List.of(
                        "line.year.fen",
                        "scale.first.permille",
                        "scale.adult.permille",
                        "scale.child.permille",
                        "scale.adultFrom.years")
                .stream()
                .flatMap(name -> policy.integer(name).stream())
                .toList();
        return numbers.size() < 5
                ? Optional.empty()
                : Optional.of(
                        new MeansRule(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4)));
    }

    /** How many adults' needs the household has, per mille; somebody always counts as the first. */
    public long needsPermille(Household household) {
        long adults =
                household.ages().stream().filter(age -> age >= adultFromYears).count();
        long others = household.ages().size() - adults;
        return adults == 0
                ? firstPermille + (others - 1) * childPermille
                : firstPermille + (adults - 1) * adultPermille + others * childPermille;
    }

    /** What the household lacks in a year, in thousandths of a fen, so that nothing is rounded before the end. */
    private long lackMilliFen(Household household) {
        return Math.multiplyExact(lineFen, needsPermille(household))
                - Math.multiplyExact(household.incomeFen(), PER_MILLE);
    }

    /** Whether its income is below the line. */
    public boolean isBelowLine(Household household) {
        return lackMilliFen(household) > 0;
    }

    /** A month's amount, rounded down to whole fen; nothing on or above the line. */
    public long monthlyFen(Household household) {
        return Math.max(0, lackMilliFen(household)) / (PER_MILLE * MONTHS);
    }
}
