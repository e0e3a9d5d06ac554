package org.countyledger.ledger.policy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Policy.PolicyType;

/**
 * The policies of a channel's configuration by absolute path, such as {@code /Channel/Application/Writers} (Fabric's
 * {@code policies.ManagerImpl}). Immutable and thread safe.
 */
public final class PolicyTree {
    private static final String ROOT = "/Channel";

    private final Map<String, Policy> byPath;

    private PolicyTree(Map<String, Policy> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /** Compiles every policy of the channel group. */
    public static PolicyTree of(ConfigGroup channelGroup) throws InvalidPolicyException {
        Map<String, Policy> byPath = new HashMap<>();
        compile(ROOT, channelGroup, byPath);
        return new PolicyTree(byPath);
    }

    private static void compile(String path, ConfigGroup group, Map<String, Policy> byPath)
            throws InvalidPolicyException {
        SortedMap<String, ConfigGroup> groups = new TreeMap<>(KeyOrder.UTF8);
        groups.putAll(group.getGroupsMap());
        for (Map.Entry<String, ConfigGroup> inner : groups.entrySet()) {
            compile(path + "/" + inner.getKey(), inner.getValue(), byPath);
        }
        for (Map.Entry<String, ConfigPolicy> entry : group.getPoliciesMap().entrySet()) {
            byPath.put(path + "/" + entry.getKey(), compile(path, entry, List.copyOf(groups.keySet()), byPath));
        }
    }

    private static Policy compile(
            String path, Map.Entry<String, ConfigPolicy> entry, List<String> groups, Map<String, Policy> byPath)
            throws InvalidPolicyException {
        org.hyperledger.fabric.protos.common.Policy policy = entry.getValue().getPolicy();
        if (policy.getType() == PolicyType.SIGNATURE_VALUE) {
            return SignaturePolicyEvaluator.parse(policy.getValue());
        }
        if (policy.getType() != PolicyType.IMPLICIT_META_VALUE) {
            throw new InvalidPolicyException(
                    "policy " + entry.getKey() + " at path " + path + " has unknown policy type: " + policy.getType());
        }
        ImplicitMetaPolicy definition = implicitMeta(policy);
        List<Policy> below = new ArrayList<>();
        for (String group : groups) {
            String sought = path + "/" + group + "/" + definition.getSubPolicy();
            Policy found = byPath.get(sought);
            below.add(found == null ? Policy.rejecting("no such policy: '" + sought + "'") : found);
        }
        return new ImplicitMetaPolicyEvaluator(definition.getSubPolicy(), definition.getRule(), below);
    }

    private static ImplicitMetaPolicy implicitMeta(org.hyperledger.fabric.protos.common.Policy policy)
            throws InvalidPolicyException {
        try {
            return ImplicitMetaPolicy.parseFrom(policy.getValue());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidPolicyException("Error unmarshalling to ImplicitMetaPolicy", e);
        }
    }

    /** The policy of an absolute path, or of one relative to {@code /Channel}. */
    public Optional<Policy> policy(String path) {
        return Optional.ofNullable(byPath.get(path.startsWith("/") ? path : ROOT + "/" + path));
    }

    /** The policy of a path, or one that nobody satisfies. */
    public Policy policyOrReject(String path) {
        return policy(path).orElseGet(() -> Policy.rejecting("no such policy: '" + path + "'"));
    }
}
