package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.PrincipalHolder;
import org.countyledger.ledger.policy.ApplicationPolicies;
import org.countyledger.ledger.policy.InvalidPolicyException;
import org.countyledger.ledger.policy.OrganizationSets;
import org.countyledger.ledger.policy.SignaturePolicyEvaluator;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.validation.ChaincodeDefinition;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/** A chaincode's collections: those of its definition, and one that every organisation of the channel has by itself. */
public final class CollectionConfigs {
    private static final String IMPLICIT = ChaincodeDefinitions.IMPLICIT_COLLECTION;

    private final ChannelConfig channel;

    public CollectionConfigs(ChannelConfig channel) {
        this.channel = channel;
    }

    public String channelId() {
        return channel.channelId();
    }

    public static boolean isImplicit(String collection) {
        return collection.startsWith(IMPLICIT);
    }

    public Optional<StaticCollectionConfig> find(StateView state, String chaincode, String collection) {
        return ChaincodeDefinitions.find(state, chaincode).flatMap(definition -> find(definition, collection));
    }

    public Optional<StaticCollectionConfig> find(ChaincodeDefinition definition, String collection) {
        return isImplicit(collection)
                ? implicit(collection.substring(IMPLICIT.length()))
                : definition.collection(collection);
    }

    private Optional<StaticCollectionConfig> implicit(String mspId) {
        if (!channel.applicationOrganizations().containsKey(mspId)) {
            return Optional.empty();
        }
        SignaturePolicyEnvelope members = ApplicationPolicies.signedByAny(MSPRoleType.MEMBER, List.of(mspId));
        return Optional.of(StaticCollectionConfig.newBuilder()
                .setName(IMPLICIT + mspId)
                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder().setSignaturePolicy(members))
                .setEndorsementPolicy(ApplicationPolicy.newBuilder().setSignaturePolicy(members))
                .build());
    }

    /** Whether the organisation's peer holds the collection. */
    public static boolean isMember(StaticCollectionConfig collection, String mspId) {
        return satisfies(collection, OrganizationSets.peerOf(mspId));
    }

    /** Whether the identity, in its serialized form, belongs to the collection's members. */
    public boolean isMember(StaticCollectionConfig collection, ByteString identity) {
        try {
            var known = channel.msps().identity(identity);
            return known.isValid() && satisfies(collection, known);
        } catch (IdentityException e) {
            return false;
        }
    }

    private static boolean satisfies(StaticCollectionConfig collection, PrincipalHolder holder) {
        try {
            return SignaturePolicyEvaluator.of(collection.getMemberOrgsPolicy().getSignaturePolicy())
                    .isSatisfiedBy(List.of(holder));
        } catch (InvalidPolicyException e) {
            return false;
        }
    }
}
