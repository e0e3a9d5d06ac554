package org.countyledger.embedded.channel;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.ledger.policy.InvalidPolicyException;
import org.countyledger.ledger.policy.PolicyText;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/**
 * What the channel agrees on about a chaincode; an empty {@code policy} is the channel's default. Its keys and values in
 * the world state are those of Fabric's {@code core/chaincode/lifecycle/serializer.go}.
 */
public record ChaincodeSetup(
        String name,
        String version,
        long sequence,
        Optional<SignaturePolicyEnvelope> policy,
        CollectionConfigPackage collections) {
    public static final String NAMESPACE = "_lifecycle";
    private static final String DEFAULT_POLICY = "/Channel/Application/Endorsement";

    public ChaincodeSetup {
        if (!name.matches("[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*")) {
            throw new IllegalArgumentException("'" + name + "' is no chaincode name");
        }
        if (version.isEmpty() || sequence < 1) {
            throw new IllegalArgumentException("Chaincode " + name + " needs a version and a sequence of at least 1");
        }
    }

    /** A definition without collections. */
    public static ChaincodeSetup of(String name, String version, String policy) {
        return new ChaincodeSetup(
                name, version, 1, Optional.of(policy(policy)), CollectionConfigPackage.getDefaultInstance());
    }

    /** A signature policy in Fabric's policy language. */
    public static SignaturePolicyEnvelope policy(String text) {
        try {
            return PolicyText.parse(text);
        } catch (InvalidPolicyException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no policy: " + e.getMessage(), e);
        }
    }

    public static String sequenceKey(String chaincode) {
        return "namespaces/fields/" + chaincode + "/Sequence";
    }

    public static String metadataKey(String chaincode) {
        return "namespaces/metadata/" + chaincode;
    }

    private ApplicationPolicy applicationPolicy() {
        return policy.map(signature -> ApplicationPolicy.newBuilder()
                        .setSignaturePolicy(signature)
                        .build())
                .orElseGet(() -> ApplicationPolicy.newBuilder()
                        .setChannelConfigPolicyReference(DEFAULT_POLICY)
                        .build());
    }

    CommitChaincodeDefinitionArgs arguments() {
        CommitChaincodeDefinitionArgs.Builder arguments = CommitChaincodeDefinitionArgs.newBuilder()
                .setSequence(sequence)
                .setName(name)
                .setVersion(version)
                .setValidationParameter(applicationPolicy().toByteString());
        if (collections.getConfigCount() > 0) {
            arguments.setCollections(collections);
        }
        return arguments.build();
    }

    /** The keys and values this definition leaves in the world state, in key order. */
    public SortedMap<String, ByteString> writes() {
        ChaincodeEndorsementInfo endorsement = ChaincodeEndorsementInfo.newBuilder()
                .setVersion(version)
                .setEndorsementPlugin("escc")
                .build();
        ChaincodeValidationInfo validation = ChaincodeValidationInfo.newBuilder()
                .setValidationPlugin("vscc")
                .setValidationParameter(applicationPolicy().toByteString())
                .build();
        StateMetadata fields = StateMetadata.newBuilder()
                .setDatatype("ChaincodeDefinition")
                .addFields("Sequence")
                .addFields("EndorsementInfo")
                .addFields("ValidationInfo")
                .addFields("Collections")
                .build();
        String prefix = "namespaces/fields/" + name + "/";
        SortedMap<String, ByteString> writes = new TreeMap<>();
        writes.put(
                sequenceKey(name),
                StateData.newBuilder().setInt64(sequence).build().toByteString());
        writes.put(prefix + "EndorsementInfo", bytes(endorsement.toByteString()));
        writes.put(prefix + "ValidationInfo", bytes(validation.toByteString()));
        writes.put(prefix + "Collections", bytes(collections.toByteString()));
        writes.put(metadataKey(name), fields.toByteString());
        return writes;
    }

    private static ByteString bytes(ByteString value) {
        return StateData.newBuilder().setBytes(value).build().toByteString();
    }
}
