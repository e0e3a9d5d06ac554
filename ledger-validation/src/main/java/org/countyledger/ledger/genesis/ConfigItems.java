package org.countyledger.ledger.genesis;

import com.google.protobuf.Message;
import java.util.List;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/** The groups, values and policies of which a configuration is built; only Admins may change any of them. */
final class ConfigItems {
    static final String ADMINS = "Admins";
    static final String READERS = "Readers";
    static final String WRITERS = "Writers";

    private ConfigItems() {}

    static ConfigGroup.Builder group() {
        return ConfigGroup.newBuilder().setModPolicy(ADMINS);
    }

    /** An organisation of either group. */
    static ConfigGroup.Builder organization(ChannelMember member) {
        List<String> self = List.of(member.mspId());
        MSPConfig msp =
                MSPConfig.newBuilder().setConfig(member.msp().toByteString()).build();
        return group().putValues("MSP", value(msp))
                .putPolicies(ADMINS, signature(SignaturePolicies.anyOf(self, MSPRoleType.ADMIN)))
                .putPolicies(READERS, members(self))
                .putPolicies(WRITERS, members(self));
    }

    static ConfigValue value(Message message) {
        return ConfigValue.newBuilder()
                .setModPolicy(ADMINS)
                .setValue(message.toByteString())
                .build();
    }

    static ConfigValue capability(String name) {
        return value(Capabilities.newBuilder()
                .putCapabilities(name, Capability.getDefaultInstance())
                .build());
    }

    /** One signature of any member: flat, where an implicit policy would verify it once for each organisation. */
    static ConfigPolicy members(List<String> mspIds) {
        return signature(SignaturePolicies.anyOf(mspIds, MSPRoleType.MEMBER));
    }

    static ConfigPolicy signature(SignaturePolicyEnvelope policy) {
        return policy(Policy.PolicyType.SIGNATURE, policy);
    }

    static ConfigPolicy majority(String subPolicy) {
        return meta(subPolicy, ImplicitMetaPolicy.Rule.MAJORITY);
    }

    static ConfigPolicy any(String subPolicy) {
        return meta(subPolicy, ImplicitMetaPolicy.Rule.ANY);
    }

    private static ConfigPolicy meta(String subPolicy, ImplicitMetaPolicy.Rule rule) {
        return policy(
                Policy.PolicyType.IMPLICIT_META,
                ImplicitMetaPolicy.newBuilder()
                        .setSubPolicy(subPolicy)
                        .setRule(rule)
                        .build());
    }

    private static ConfigPolicy policy(Policy.PolicyType type, Message value) {
        return ConfigPolicy.newBuilder()
                .setModPolicy(ADMINS)
                .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(value.toByteString()))
                .build();
    }
}
