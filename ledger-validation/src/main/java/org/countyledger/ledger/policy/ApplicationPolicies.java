package org.countyledger.ledger.policy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/** Endorsement policies of chaincodes and collections: a signature policy, or the path of a channel policy. */
public final class ApplicationPolicies {
    /** What a chaincode without a policy of its own refers to. */
    public static final String DEFAULT_ENDORSEMENT = "/Channel/Application/Endorsement";

    private ApplicationPolicies() {}

    /** Compiles the bytes of an {@code ApplicationPolicy}. */
    public static Policy compile(ByteString bytes, PolicyTree channelPolicies) throws InvalidPolicyException {
        try {
            return compile(ApplicationPolicy.parseFrom(bytes), channelPolicies);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidPolicyException("failed to unmarshal ApplicationPolicy bytes", e);
        }
    }

    public static Policy compile(ApplicationPolicy policy, PolicyTree channelPolicies) throws InvalidPolicyException {
        return switch (policy.getTypeCase()) {
            case SIGNATURE_POLICY -> SignaturePolicyEvaluator.of(policy.getSignaturePolicy());
            case CHANNEL_CONFIG_POLICY_REFERENCE -> {
                String path = policy.getChannelConfigPolicyReference();
                yield channelPolicies
                        .policy(path)
                        .orElseThrow(
                                () -> new InvalidPolicyException("failed to retrieve policy for reference " + path));
            }
            case TYPE_NOT_SET -> throw new InvalidPolicyException("unsupported policy type");
        };
    }

    /** The bytes of a policy that is a signature policy. */
    public static ApplicationPolicy of(SignaturePolicyEnvelope policy) {
        return ApplicationPolicy.newBuilder().setSignaturePolicy(policy).build();
    }

    /** A policy that names one of the channel's. */
    public static ApplicationPolicy reference(String path) {
        return ApplicationPolicy.newBuilder()
                .setChannelConfigPolicyReference(path)
                .build();
    }

    /** The principal "a role of this MSP". */
    public static MSPPrincipal role(String mspId, MSPRoleType role) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(mspId)
                        .setRole(role)
                        .build()
                        .toByteString())
                .build();
    }

    /** Any one of these MSPs in this role. */
    public static SignaturePolicyEnvelope signedByAny(MSPRoleType role, List<String> mspIds) {
        SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
        SignaturePolicy.NOutOf.Builder any = SignaturePolicy.NOutOf.newBuilder().setN(1);
        for (int i = 0; i < mspIds.size(); i++) {
            envelope.addIdentities(role(mspIds.get(i), role));
            any.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
        }
        return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(any)).build();
    }
}
