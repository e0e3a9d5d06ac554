package org.countyledger.domain.support;

import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;

/** Law that says so itself also moves records that are open to its version (Z10); running clocks stay. */
final class LaterPolicies {
    private LaterPolicies() {}

    private static Optional<PolicyVersion> later(Situation situation) {
        long version = situation.clear().integer("version").orElse(0L);
        return situation
                .header()
                .founding()
                .policyRef()
                .filter(ref -> version > ref.version())
                .flatMap(ref -> situation.policies().text(ref.id(), version));
    }

    static Guard appliesToOpen() {
        return Guard.that(
                situation -> later(situation)
                        .filter(PolicyVersion::appliesToOpen)
                        .filter(version -> !situation.at().isBefore(version.effectiveFrom()))
                        .isPresent(),
                RefusalCode.POLICY_VERSION_WRONG);
    }

    static void move(Situation situation, Draft draft) {
        later(situation).ifPresent(version -> draft.policy(version.ref()));
    }
}
