package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.VersionedValue;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/**
 * Chaincode definitions as they stand in the world state of the namespace {@code _lifecycle}, one key per field (Fabric's
 * {@code core/chaincode/lifecycle/serializer.go}).
 */
public final class ChaincodeDefinitions {
    public static final String LIFECYCLE = "_lifecycle";
    /** Prefix of the collections that every organisation has without a definition. */
    public static final String IMPLICIT_COLLECTION = "_implicit_org_";

    private static final String DATA_TYPE = "ChaincodeDefinition";

    private ChaincodeDefinitions() {}

    /** The key whose presence says that the chaincode is defined. */
    public static String metadataKey(String chaincode) {
        return "namespaces/metadata/" + chaincode;
    }

    /** The key of a field: {@code Sequence}, {@code EndorsementInfo}, {@code ValidationInfo}, {@code Collections}. */
    public static String fieldKey(String chaincode, String field) {
        return "namespaces/fields/" + chaincode + "/" + field;
    }

    /** The definition of a chaincode; empty where there is none, or none that can be read. */
    public static Optional<ChaincodeDefinition> find(StateView state, String chaincode) {
        Optional<VersionedValue> metadata = state.get(LIFECYCLE, metadataKey(chaincode));
        try {
            if (metadata.isEmpty()
                    || !StateMetadata.parseFrom(metadata.get().value())
                            .getDatatype()
                            .equals(DATA_TYPE)) {
                return Optional.empty();
            }
            ChaincodeEndorsementInfo endorsement = ChaincodeEndorsementInfo.parseFrom(
                    field(state, chaincode, "EndorsementInfo").getBytes());
            ChaincodeValidationInfo validation = ChaincodeValidationInfo.parseFrom(
                    field(state, chaincode, "ValidationInfo").getBytes());
            return Optional.of(new ChaincodeDefinition(
                    chaincode,
                    field(state, chaincode, "Sequence").getInt64(),
                    endorsement.getVersion(),
                    endorsement.getInitRequired(),
                    endorsement.getEndorsementPlugin(),
                    validation.getValidationPlugin(),
                    validation.getValidationParameter(),
                    collections(field(state, chaincode, "Collections").getBytes())));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static StateData field(StateView state, String chaincode, String field)
            throws InvalidProtocolBufferException {
        Optional<VersionedValue> value = state.get(LIFECYCLE, fieldKey(chaincode, field));
        return value.isPresent() ? StateData.parseFrom(value.get().value()) : StateData.getDefaultInstance();
    }

    private static List<StaticCollectionConfig> collections(ByteString bytes) throws InvalidProtocolBufferException {
        List<StaticCollectionConfig> collections = new ArrayList<>();
        for (CollectionConfig config : CollectionConfigPackage.parseFrom(bytes).getConfigList()) {
            if (config.hasStaticCollectionConfig()) {
                collections.add(config.getStaticCollectionConfig());
            }
        }
        return collections;
    }
}
