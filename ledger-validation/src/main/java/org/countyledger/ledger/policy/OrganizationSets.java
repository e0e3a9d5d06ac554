package org.countyledger.ledger.policy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countyledger.ledger.identity.PrincipalHolder;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;

/**
 * Which organisations must endorse, with one peer each, so that every one of some policies is satisfied. Found by
 * evaluating the policies themselves over assumed peers, so that a plan is never refused by the evaluator's order.
 */
public final class OrganizationSets {
    private static final int MAX_ORGANIZATIONS = 20;

    private OrganizationSets() {}

    /**
     * The smallest sets of the available organisations that satisfy all policies: none contains another; by size, then by
     * MSP id. Empty where the policies cannot be satisfied.
     */
    public static List<SortedSet<String>> smallest(
            Collection<? extends Policy> policies, Collection<String> available) {
        SortedSet<String> sorted = new TreeSet<>(KeyOrder.UTF8);
        sorted.addAll(available);
        List<String> organizations = List.copyOf(sorted);
        if (organizations.size() > MAX_ORGANIZATIONS) {
            throw new IllegalArgumentException(
                    organizations.size() + " organisations, at most " + MAX_ORGANIZATIONS + " can be planned for");
        }
        List<SortedSet<String>> found = new ArrayList<>();
        for (int size = 1; size <= organizations.size(); size++) {
            choose(organizations, 0, size, new ArrayList<>(), policies, found);
        }
        return List.copyOf(found);
    }

    private static void choose(
            List<String> organizations,
            int from,
            int missing,
            List<String> chosen,
            Collection<? extends Policy> policies,
            List<SortedSet<String>> found) {
        if (missing == 0) {
            if (found.stream().noneMatch(chosen::containsAll) && satisfies(policies, chosen)) {
                SortedSet<String> set = new TreeSet<>(KeyOrder.UTF8);
                set.addAll(chosen);
                found.add(set);
            }
            return;
        }
        for (int i = from; i <= organizations.size() - missing; i++) {
            chosen.add(organizations.get(i));
            choose(organizations, i + 1, missing - 1, chosen, policies, found);
            chosen.remove(chosen.size() - 1);
        }
    }

    private static boolean satisfies(Collection<? extends Policy> policies, List<String> organizations) {
        List<PrincipalHolder> peers =
                organizations.stream().map(OrganizationSets::peerOf).toList();
        return policies.stream().allMatch(policy -> policy.isSatisfiedBy(peers));
    }

    /** A peer of the organisation about which nothing else is known. */
    public static PrincipalHolder peerOf(String mspId) {
        return principal -> isPeerOf(mspId, principal);
    }

    private static boolean isPeerOf(String mspId, MSPPrincipal principal) {
        try {
            return switch (principal.getPrincipalClassification()) {
                case ROLE -> {
                    MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
                    yield role.getMspIdentifier().equals(mspId)
                            && Set.of(MSPRole.MSPRoleType.MEMBER, MSPRole.MSPRoleType.PEER)
                                    .contains(role.getRole());
                }
                case COMBINED -> {
                    CombinedPrincipal all = CombinedPrincipal.parseFrom(principal.getPrincipal());
                    yield all.getPrincipalsCount() > 0
                            && all.getPrincipalsList().stream().allMatch(one -> isPeerOf(mspId, one));
                }
                case ORGANIZATION_UNIT, IDENTITY, ANONYMITY, UNRECOGNIZED -> false;
            };
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }
}
