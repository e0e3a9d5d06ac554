package org.countyledger.domain.lifecycle;

import java.util.Optional;
import org.countyledger.domain.policy.PolicyVersion;

/** What may be done so many times; the number stands in a field of the record. */
public final class Counts {
    private Counts() {}

    public static long of(Situation situation, String counter) {
        return situation
                .before()
                .flatMap(header -> header.fields().integer(counter))
                .orElse(0L);
    }

    public static Effect up(String counter) {
        return (situation, draft) -> draft.show(counter, of(situation, counter) + 1);
    }

    /** It was done fewer times than an entry of a policy allows. */
    public static Guard fewerThan(String counter, String policy, String entry) {
        return situation -> {
            Optional<Long> limit = situation.policy(policy).flatMap(version -> limit(version, entry));
            if (limit.isEmpty()) {
                return situation.refuse(RefusalCode.POLICY_MISSING, policy + "." + entry);
            }
            return of(situation, counter) < limit.get()
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.LIMIT_REACHED, counter);
        };
    }

    public static Guard fewerThan(String counter, long limit) {
        return situation -> of(situation, counter) < limit
                ? Optional.empty()
                : situation.refuse(RefusalCode.LIMIT_REACHED, counter);
    }

    public static Guard once(String counter) {
        return Guard.that(situation -> of(situation, counter) == 0, RefusalCode.ALREADY_DONE);
    }

    /** As often as the policy allows, and no more. */
    public static Condition usedUp(String counter, String policy, String entry) {
        return situation -> situation
                .policy(policy)
                .flatMap(version -> limit(version, entry))
                .filter(limit -> of(situation, counter) >= limit)
                .isPresent();
    }

    private static Optional<Long> limit(PolicyVersion policy, String entry) {
        return policy.integer(entry);
    }
}
