package org.countyledger.network.setup;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.network.directory.Purpose;

/** The periods with which a county under the law begins. */
public final class LegalPolicies {
    private LegalPolicies() {}

    /** The first version of this policy; empty if no file has it. */
    public static Optional<PolicyVersion> first(String policy) {
        return PolicyFiles.others().contains(policy)
                ? Optional.of(new PolicyVersion(
                        policy,
                        1,
                        org.countyledger.domain.policy.Purpose.LEGAL,
                        Instant.EPOCH,
                        false,
                        PolicyFiles.others(policy, Purpose.LEGAL)))
                : Optional.empty();
    }
}
