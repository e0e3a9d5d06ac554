package org.countyledger.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.identity.PrincipalHolder;
import org.countyledger.ledger.testing.TestNetwork;
import org.junit.jupiter.api.Test;

class PolicyTreeTest {
    private final PolicyTree tree = new TestNetwork().config().policies();
    private final PrincipalHolder a = OrganizationSets.peerOf("A");
    private final PrincipalHolder b = OrganizationSets.peerOf("B");

    @Test
    void aMajorityIsMoreThanHalfOfTheGroups() {
        Policy majority = tree.policyOrReject("/Channel/Application/Endorsement");
        assertThat(majority.isSatisfiedBy(List.of(a, b))).isTrue();
        assertThat(majority.refusal(List.of(a)))
                .contains("implicit policy evaluation failed - 1 sub-policies were satisfied, but this policy requires"
                        + " 2 of the 'Endorsement' sub-policies to be satisfied");
    }

    @Test
    void anyIsOneGroupAndAPathLeadsIntoIt() {
        assertThat(tree.policyOrReject("/Channel/Application/Writers").isSatisfiedBy(List.of(b)))
                .isTrue();
        assertThat(tree.policyOrReject("Application/B/Endorsement").isSatisfiedBy(List.of(b)))
                .isTrue();
    }

    @Test
    void aPathThatLeadsNowhereRejectsEverybody() {
        assertThat(tree.policy("/Channel/Orderer/Writers")).isEqualTo(Optional.empty());
        assertThat(tree.policyOrReject("/Channel/Orderer/Writers").refusal(List.of(a, b)))
                .isPresent();
    }
}
