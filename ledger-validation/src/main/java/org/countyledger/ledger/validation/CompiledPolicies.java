package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.policy.ApplicationPolicies;
import org.countyledger.ledger.policy.InvalidPolicyException;
import org.countyledger.ledger.policy.Policy;
import org.countyledger.ledger.policy.SignaturePolicyEvaluator;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** Policies under one configuration, compiled once; one that cannot be compiled is satisfied by nobody. Thread safe. */
final class CompiledPolicies {
    private static final int CACHED = 10_000;
    private static final String LIFECYCLE_ENDORSEMENT = "/Channel/Application/LifecycleEndorsement";

    private final ChannelConfig config;
    private final Map<ByteString, Policy> application = new ConcurrentHashMap<>();
    private final Map<ByteString, Policy> keyLevel = new ConcurrentHashMap<>();

    CompiledPolicies(ChannelConfig config) {
        this.config = config;
    }

    /** The policy of a chaincode or a collection. */
    Policy application(ByteString bytes) {
        return cached(application, bytes, this::compileApplication);
    }

    /** The policy of a key. */
    Policy keyLevel(ByteString bytes) {
        return cached(keyLevel, bytes, CompiledPolicies::compileKeyLevel);
    }

    /** Who endorses chaincode definitions: the channel's rule, else a majority of the organisations' members. */
    Policy lifecycle() {
        return config.policies().policy(LIFECYCLE_ENDORSEMENT).orElseGet(this::majorityOfMembers);
    }

    /** Who endorses writes to an organisation's implicit collection; nobody where it is not on the channel. */
    Policy implicitCollection(String mspId) {
        var organization = config.applicationOrganizations().get(mspId);
        if (organization == null) {
            return Policy.rejecting("no org found in channel with MSPID '" + mspId + "'");
        }
        return config.policies()
                .policy("/Channel/Application/" + organization.name() + "/Endorsement")
                .orElseGet(() -> signature(ApplicationPolicies.signedByAny(MSPRoleType.MEMBER, List.of(mspId))));
    }

    private Policy majorityOfMembers() {
        List<String> members = List.copyOf(config.applicationOrganizations().keySet());
        SignaturePolicyEnvelope any = ApplicationPolicies.signedByAny(MSPRoleType.MEMBER, members);
        SignaturePolicyEnvelope.Builder majority = any.toBuilder();
        majority.getRuleBuilder().getNOutOfBuilder().setN(members.size() / 2 + 1);
        return signature(majority.build());
    }

    private Policy compileApplication(ByteString bytes) {
        try {
            return ApplicationPolicies.compile(bytes, config.policies());
        } catch (InvalidPolicyException e) {
            return Policy.rejecting(String.valueOf(e.getMessage()));
        }
    }

    private static Policy compileKeyLevel(ByteString bytes) {
        try {
            return signature(SignaturePolicyEnvelope.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return Policy.rejecting("could not translate policy: " + e.getMessage());
        }
    }

    private static Policy signature(SignaturePolicyEnvelope envelope) {
        try {
            return SignaturePolicyEvaluator.of(envelope);
        } catch (InvalidPolicyException e) {
            return Policy.rejecting(String.valueOf(e.getMessage()));
        }
    }

    private static Policy cached(
            Map<ByteString, Policy> cache, ByteString bytes, Function<ByteString, Policy> compiler) {
        Policy known = cache.get(bytes);
        if (known == null) {
            known = compiler.apply(bytes);
            if (cache.size() >= CACHED) {
                cache.clear();
            }
            cache.put(bytes, known);
        }
        return known;
    }
}
