package org.countyledger.embedded.systemcc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.function.Supplier;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.validation.ChaincodeDefinition;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;

/** The definition of a chaincode. Approving and committing definitions happens at the start, from the settings. */
public final class Lifecycle implements SystemChaincode {
    private final Supplier<StateSnapshot> state;

    public Lifecycle(Supplier<StateSnapshot> state) {
        this.state = state;
    }

    @Override
    public String resource(List<ByteString> arguments) {
        return "_lifecycle/" + (arguments.isEmpty() ? "" : arguments.getFirst().toStringUtf8());
    }

    @Override
    public Response invoke(List<ByteString> arguments) {
        String function = arguments.isEmpty() ? "" : arguments.getFirst().toStringUtf8();
        if (!function.equals("QueryChaincodeDefinition") || arguments.size() != 2) {
            return SystemChaincode.error("SCC error: function '" + function
                    + "' is not served: the embedded ledger defines its chaincodes at start");
        }
        try (StateSnapshot snapshot = state.get()) {
            String name =
                    QueryChaincodeDefinitionArgs.parseFrom(arguments.get(1)).getName();
            return ChaincodeDefinitions.find(snapshot, name)
                    .map(found -> SystemChaincode.success(result(found).toByteString()))
                    .orElseGet(() -> SystemChaincode.error("failed to invoke backing implementation of"
                            + " 'QueryChaincodeDefinition': namespace " + name + " is not defined"));
        } catch (InvalidProtocolBufferException e) {
            return SystemChaincode.error("failed to decode input arg to QueryChaincodeDefinition: " + e.getMessage());
        }
    }

    private static QueryChaincodeDefinitionResult result(ChaincodeDefinition definition) {
        CollectionConfigPackage.Builder collections = CollectionConfigPackage.newBuilder();
        for (StaticCollectionConfig collection : definition.collections()) {
            collections.addConfig(CollectionConfig.newBuilder().setStaticCollectionConfig(collection));
        }
        return QueryChaincodeDefinitionResult.newBuilder()
                .setSequence(definition.sequence())
                .setVersion(definition.version())
                .setEndorsementPlugin(definition.endorsementPlugin())
                .setValidationPlugin(definition.validationPlugin())
                .setValidationParameter(definition.policy())
                .setCollections(collections)
                .setInitRequired(definition.initRequired())
                .build();
    }
}
