package org.countyledger.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.countyledger.ledger.identity.PrincipalHolder;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.Test;

class SignaturePolicyEvaluatorTest {
    private static final int TREES = 4000;

    private static MSPPrincipal principal(int index) {
        return ApplicationPolicies.role("M" + index, MSPRoleType.MEMBER);
    }

    /** A signer who satisfies some principals by their index. */
    private record Signer(Set<Integer> principals) implements PrincipalHolder {
        @Override
        public boolean satisfies(MSPPrincipal asked) {
            return principals.stream().anyMatch(index -> principal(index).equals(asked));
        }
    }

    private static SignaturePolicy signedBy(int index) {
        return SignaturePolicy.newBuilder().setSignedBy(index).build();
    }

    private static SignaturePolicy nOutOf(int n, SignaturePolicy... rules) {
        return SignaturePolicy.newBuilder()
                .setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(n).addAllRules(Arrays.asList(rules)))
                .build();
    }

    private static SignaturePolicyEvaluator policy(SignaturePolicy rule, int principals) throws InvalidPolicyException {
        SignaturePolicyEnvelope.Builder envelope =
                SignaturePolicyEnvelope.newBuilder().setRule(rule);
        for (int i = 0; i < principals; i++) {
            envelope.addIdentities(principal(i));
        }
        return SignaturePolicyEvaluator.of(envelope.build());
    }

    /** Whether some choice of rules and signers, each signer used once, satisfies the rule: tries everything. */
    private static Set<Integer> satisfying(SignaturePolicy rule, List<Signer> signers, int used) {
        Set<Integer> outcomes = new HashSet<>();
        if (rule.hasSignedBy()) {
            for (int i = 0; i < signers.size(); i++) {
                if ((used & (1 << i)) == 0 && signers.get(i).principals().contains(rule.getSignedBy())) {
                    outcomes.add(used | (1 << i));
                }
            }
            return outcomes;
        }
        List<SignaturePolicy> rules = rule.getNOutOf().getRulesList();
        for (int chosen = 0; chosen < 1 << rules.size(); chosen++) {
            if (Integer.bitCount(chosen) >= rule.getNOutOf().getN()) {
                Set<Integer> reached = Set.of(used);
                for (int i = 0; i < rules.size(); i++) {
                    if ((chosen & (1 << i)) != 0) {
                        Set<Integer> next = new HashSet<>();
                        for (int mask : reached) {
                            next.addAll(satisfying(rules.get(i), signers, mask));
                        }
                        reached = next;
                    }
                }
                outcomes.addAll(reached);
            }
        }
        return outcomes;
    }

    private static SignaturePolicy randomRule(Random random, int depth, List<Integer> principals) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return signedBy(principals.get(random.nextInt(principals.size())));
        }
        SignaturePolicy[] rules = new SignaturePolicy[1 + random.nextInt(3)];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = randomRule(random, depth - 1, principals);
        }
        return nOutOf(1 + random.nextInt(rules.length), rules);
    }

    @Test
    void whatItAcceptsABruteForceSearchCanSatisfyToo() throws InvalidPolicyException {
        Random random = new Random(1);
        int accepted = 0;
        for (int tree = 0; tree < TREES; tree++) {
            SignaturePolicy rule = nOutOf(1, randomRule(random, 3, List.of(0, 1, 2, 3)));
            List<Signer> signers = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                signers.add(new Signer(Set.of(random.nextInt(4), 4 + random.nextInt(2))));
            }
            if (policy(rule, 4).isSatisfiedBy(signers)) {
                accepted++;
                assertThat(satisfying(rule, signers, 0)).isNotEmpty();
            }
        }
        assertThat(accepted).isBetween(TREES / 10, TREES);
    }

    @Test
    void whereNoPrincipalIsNamedTwiceAndEachSignerHasOneItAgreesWithTheBruteForceSearch()
            throws InvalidPolicyException {
        Random random = new Random(2);
        int accepted = 0;
        for (int tree = 0; tree < TREES; tree++) {
            List<Integer> unused = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
            SignaturePolicy rule = uniqueRule(random, 2, unused);
            List<Signer> signers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                if (random.nextBoolean()) {
                    signers.add(new Signer(Set.of(i)));
                }
            }
            boolean satisfied = policy(rule, 6).isSatisfiedBy(signers);
            assertThat(satisfied).isEqualTo(!satisfying(rule, signers, 0).isEmpty());
            accepted += satisfied ? 1 : 0;
        }
        assertThat(accepted).isBetween(TREES / 10, TREES * 9 / 10);
    }

    private static SignaturePolicy uniqueRule(Random random, int depth, List<Integer> unused) {
        if (depth == 0 || unused.size() < 3) {
            return signedBy(unused.remove(/* index */ random.nextInt(unused.size())));
        }
        List<SignaturePolicy> rules = new ArrayList<>();
        int wanted = 1 + random.nextInt(3);
        while (rules.size() < wanted && !unused.isEmpty()) {
            rules.add(uniqueRule(random, depth - 1, unused));
        }
        return nOutOf(1 + random.nextInt(rules.size()), rules.toArray(SignaturePolicy[]::new));
    }

    @Test
    void aSignerTakenByAnEarlierRuleIsNotGivenBackSoTheOrderOfRulesDecides() throws InvalidPolicyException {
        Signer both = new Signer(Set.of(0, 1));
        Signer first = new Signer(Set.of(0));
        assertThat(policy(nOutOf(2, signedBy(0), signedBy(1)), 2).isSatisfiedBy(List.of(both, first)))
                .isFalse();
        assertThat(policy(nOutOf(2, signedBy(1), signedBy(0)), 2).isSatisfiedBy(List.of(both, first)))
                .isTrue();
        assertThat(policy(nOutOf(2, signedBy(0), signedBy(1)), 2).isSatisfiedBy(List.of(first, both)))
                .isTrue();
    }

    @Test
    void rulesAfterTheThresholdStillTakeSigners() throws InvalidPolicyException {
        SignaturePolicy greedy = nOutOf(2, nOutOf(1, signedBy(0), signedBy(0)), signedBy(0));
        Signer signer = new Signer(Set.of(0));
        assertThat(policy(greedy, 1).isSatisfiedBy(List.of(signer, signer))).isFalse();
        assertThat(policy(greedy, 1).isSatisfiedBy(List.of(signer, signer, signer)))
                .isTrue();
    }

    @Test
    void whatAFailedRuleTookIsFreeForTheNext() throws InvalidPolicyException {
        SignaturePolicy rule = nOutOf(1, nOutOf(2, signedBy(0), signedBy(1)), signedBy(0));
        assertThat(policy(rule, 2).isSatisfiedBy(List.of(new Signer(Set.of(0)))))
                .isTrue();
    }

    @Test
    void zeroOutOfNothingIsSatisfiedByNobodysSignature() throws InvalidPolicyException {
        assertThat(policy(nOutOf(0), 0).isSatisfiedBy(List.of())).isTrue();
        assertThat(policy(nOutOf(1), 0).refusal(List.of())).contains("signature set did not satisfy policy");
    }

    @Test
    void aRuleOutsideOfThePrincipalsOrAnEmptyOneIsNoPolicy() {
        assertThatThrownBy(() -> policy(signedBy(1), 1)).isInstanceOf(InvalidPolicyException.class);
        assertThatThrownBy(() -> policy(signedBy(-1), 1)).isInstanceOf(InvalidPolicyException.class);
        assertThatThrownBy(() -> policy(SignaturePolicy.getDefaultInstance(), 1))
                .isInstanceOf(InvalidPolicyException.class);
        assertThatThrownBy(() -> SignaturePolicyEvaluator.parse(SignaturePolicyEnvelope.newBuilder()
                        .setVersion(1)
                        .setRule(nOutOf(0))
                        .build()
                        .toByteString()))
                .isInstanceOf(InvalidPolicyException.class);
    }
}
