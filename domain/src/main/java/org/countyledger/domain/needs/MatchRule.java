package org.countyledger.domain.needs;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Digests;

/**
 * Matching {@code match/1} (domain.md 4 E): integers from 0 to 1000, every division rounded down, so that anyone who has
 * the same inputs gets the same order.
 *
 * @param distances metres by {@code town|town}
 */
public record MatchRule(
        Weights weights,
        long radiusMetres,
        long shareCap,
        long shareMinBase,
        long neutral,
        long minRatings,
        java.util.Map<String, Object> distances) {
    public static final String ALGORITHM = "match/1";
    private static final long WHOLE = 1000;

    /** Per mille that each part counts. */
    public record Weights(long near, long quality, long free, long fairness) {}

    /** What counts about one resource for one need. */
    public record Candidate(
            String resource,
            String homeTown,
            long ratingSum,
            long ratings,
            long freeSlots,
            long allSlots,
            Assignments assignments) {}

    /**
     * Of the month so far, of the category in the town.
     *
     * @param own of this provider
     * @param all of every provider
     */
    public record Assignments(long own, long all) {}

    /** A candidate's parts and score. */
    public record Scored(
            String resource, long near, long quality, long free, long fairness, long score, long assignments) {}

    /** Empty if the policy does not give every number. */
    public static Optional<MatchRule> of(PolicyVersion policy) {
        List<String> names = List.of(
                "weights.near",
                "weights.quality",
                "weights.free",
                "weights.fairness",
                "radius.metres",
                "shareCap.permille",
                "shareMinBase.count",
                "neutral.permille",
                "quality.minRatings");
        List<Long> numbers =
                names.stream().flatMap(name -> policy.integer(name).stream()).toList();
        boolean known = policy.text("algorithm").equals(Optional.of(ALGORITHM))
                || policy.text("algorithm").isEmpty();
        if (numbers.size() < names.size() || !known || numbers.get(4) <= 0 || numbers.get(5) <= 0) {
            return Optional.empty();
        }
        Weights weights = new Weights(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        return Optional.of(new MatchRule(
                weights,
                numbers.get(4),
                numbers.get(5),
                numbers.get(6),
                numbers.get(7),
                numbers.get(8),
                policy.map("distances")));
    }

    /** Best first: by score, then fewer assignments this month, then the digest of need and resource. */
    public List<Scored> rank(String needId, String town, List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> score(town, candidate))
                .sorted(Comparator.comparingLong(Scored::score)
                        .reversed()
                        .thenComparingLong(Scored::assignments)
                        .thenComparing(scored -> digest(needId, scored.resource())))
                .toList();
    }

    private static String digest(String needId, String resource) {
        return Digests.sha256Hex((needId + resource).getBytes(StandardCharsets.UTF_8));
    }

    Scored score(String town, Candidate candidate) {
        long near = near(candidate.homeTown(), town);
        long quality = quality(candidate);
        long free = candidate.allSlots() == 0 ? 0 : WHOLE * candidate.freeSlots() / candidate.allSlots();
        long fairness = fairness(candidate.assignments());
        long score = (weights.near() * near
                        + weights.quality() * quality
                        + weights.free() * free
                        + weights.fairness() * fairness)
                / WHOLE;
        return new Scored(
                candidate.resource(),
                near,
                quality,
                free,
                fairness,
                score,
                candidate.assignments().own());
    }

    /** Towns of unknown distance count as out of reach. */
    private long near(String homeTown, String town) {
        if (homeTown.equals(town)) {
            return WHOLE;
        }
        long metres =
                distance(homeTown, town).or(() -> distance(town, homeTown)).orElse(radiusMetres);
        return Math.max(0, WHOLE - WHOLE * metres / radiusMetres);
    }

    private Optional<Long> distance(String from, String to) {
        return Optional.ofNullable(distances.get(from + "|" + to))
                .filter(Long.class::isInstance)
                .map(Long.class::cast);
    }

    private long quality(Candidate candidate) {
        return candidate.ratings() < minRatings
                ? neutral
                : Math.floorDiv(WHOLE * candidate.ratingSum() - WHOLE * candidate.ratings(), 4 * candidate.ratings());
    }

    private long share(Assignments assignments) {
        return WHOLE * assignments.own() / assignments.all();
    }

    private long fairness(Assignments assignments) {
        return assignments.all() < shareMinBase ? neutral : Math.max(0, WHOLE - WHOLE * share(assignments) / shareCap);
    }

    /** Whether the provider has had its share of the month already. */
    boolean isAtCap(Assignments assignments) {
        return assignments.all() >= shareMinBase && share(assignments) >= shareCap;
    }
}
