package org.countyledger.ledger.policy;

import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.identity.PrincipalHolder;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.Rule;

/** So many of the groups below must be satisfied by their policy of one name (Fabric's {@code ImplicitMetaPolicy}). */
final class ImplicitMetaPolicyEvaluator implements Policy {
    private final String name;
    private final int threshold;
    private final List<Policy> policies;

    ImplicitMetaPolicyEvaluator(String name, Rule rule, List<Policy> policies) {
        this.name = name;
        this.policies = List.copyOf(policies);
        this.threshold = policies.isEmpty() ? 0 : threshold(rule, policies.size());
    }

    private static int threshold(Rule rule, int groups) {
        return switch (rule) {
            case ANY -> 1;
            case ALL -> groups;
            case MAJORITY -> groups / 2 + 1;
            case UNRECOGNIZED -> 0;
        };
    }

    @Override
    public Optional<String> refusal(List<? extends PrincipalHolder> signers) {
        int satisfied = 0;
        for (Policy policy : policies) {
            if (satisfied < threshold && policy.isSatisfiedBy(signers)) {
                satisfied++;
            }
        }
        return satisfied >= threshold
                ? Optional.empty()
                : Optional.of("implicit policy evaluation failed - " + satisfied
                        + " sub-policies were satisfied, but this policy requires " + threshold + " of the '" + name
                        + "' sub-policies to be satisfied");
    }
}
