package org.countyledger.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
    @Test
    void gatesBecomeNOutOfAndPrincipalsOfInnerGatesAreNumberedFirst() throws InvalidPolicyException {
        SignaturePolicyEnvelope parsed =
                PolicyText.parse("OutOf(2, 'A.peer', AND('B.member', 'C.admin'), \"D.orderer\")");

        assertThat(parsed.getIdentitiesList())
                .containsExactly(
                        ApplicationPolicies.role("B", MSPRoleType.MEMBER),
                        ApplicationPolicies.role("C", MSPRoleType.ADMIN),
                        ApplicationPolicies.role("A", MSPRoleType.PEER),
                        ApplicationPolicies.role("D", MSPRoleType.ORDERER));
        SignaturePolicy.NOutOf outer = parsed.getRule().getNOutOf();
        assertThat(outer.getN()).isEqualTo(2);
        assertThat(outer.getRules(0).getSignedBy()).isEqualTo(2);
        assertThat(outer.getRules(1).getNOutOf().getN()).isEqualTo(2);
        assertThat(outer.getRules(2).getSignedBy()).isEqualTo(3);
    }

    @Test
    void andNeedsAllOrNeedsOne() throws InvalidPolicyException {
        assertThat(PolicyText.parse("and('A.client','B.client','C.client')")
                        .getRule()
                        .getNOutOf()
                        .getN())
                .isEqualTo(3);
        assertThat(PolicyText.parse(" Or ( 'A.client' , 'B-1.x.peer' ) ")
                        .getRule()
                        .getNOutOf()
                        .getN())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'A.peer'",
                "XOR('A.peer')",
                "AND()",
                "AND('A.boss')",
                "AND('A.peer'",
                "AND('A.peer',)",
                "OutOf('A.peer')",
                "OutOf(3,'A.peer')",
                "OutOf(x,'A.peer')",
                "AND('A.peer') x",
                "AND('A.peer)"
            })
    void whatIsNoPolicyIsRefused(String text) {
        assertThatThrownBy(() -> PolicyText.parse(text)).isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void theSmallestOrganisationSetsSatisfyAllPoliciesTogether() throws InvalidPolicyException {
        Policy any = policy("OutOf(2,'A.peer','B.peer','C.peer','D.peer')");
        Policy owner = policy("AND('C.peer', OR('A.peer','B.member'))");

        assertThat(OrganizationSets.smallest(List.of(any), List.of("D", "C", "B", "A"))
                        .toString())
                .isEqualTo("[[A, B], [A, C], [A, D], [B, C], [B, D], [C, D]]");
        assertThat(OrganizationSets.smallest(List.of(any, owner), List.of("A", "B", "C", "D"))
                        .toString())
                .isEqualTo("[[A, C], [B, C]]");
        assertThat(OrganizationSets.smallest(List.of(any, owner), List.of("A", "B", "D")))
                .isEmpty();
        assertThat(OrganizationSets.smallest(List.of(policy("OR('A.client')")), List.of("A")))
                .isEmpty();
    }

    private static Policy policy(String text) throws InvalidPolicyException {
        return SignaturePolicyEvaluator.of(PolicyText.parse(text));
    }
}
