package org.countyledger.embedded.systemcc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.validation.ChaincodeDefinition;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsResult;

/** The definition of a chaincode. Approving and committing definitions happens at the start, from the settings. */
public final class Lifecycle implements SystemChaincode {
    private static final int NOT_FOUND = 404;
    /** No chaincode name holds such a character, so it ends the range of all names. */
    private static final String BEHIND_NAMES = "~";

    private final Supplier<StateSnapshot> state;

    public Lifecycle(Supplier<StateSnapshot> state) {
        this.state = state;
    }

    @Override
    public Response invoke(List<ByteString> arguments, Caller caller) {
        if (arguments.size() != 2) {
            return SystemChaincode.error(
                    "lifecycle scc operations require exactly two arguments but received " + arguments.size());
        }
        String function = arguments.getFirst().toStringUtf8();
        Optional<String> refusal = caller.refusal(ChaincodeDefinitions.LIFECYCLE + "/" + function);
        if (refusal.isPresent()) {
            return SystemChaincode.error("Failed to authorize invocation due to failed ACL check: " + refusal.get());
        }
        try (StateSnapshot snapshot = state.get()) {
            return switch (function) {
                case "QueryChaincodeDefinition" ->
                    one(
                            snapshot,
                            QueryChaincodeDefinitionArgs.parseFrom(arguments.get(1))
                                    .getName());
                case "QueryChaincodeDefinitions" ->
                    SystemChaincode.success(all(snapshot).toByteString());
                default -> failed(function, "the embedded ledger defines its chaincodes at start, by its settings");
            };
        } catch (InvalidProtocolBufferException e) {
            return failed(function, "could not unmarshal the argument: " + e.getMessage());
        }
    }

    private static Response failed(String function, String cause) {
        return SystemChaincode.error("failed to invoke backing implementation of '" + function + "': " + cause);
    }

    private static Response one(StateSnapshot snapshot, String name) {
        return ChaincodeDefinitions.find(snapshot, name)
                .map(found -> SystemChaincode.success(result(found).toByteString()))
                .orElseGet(() -> Response.newBuilder()
                        .setStatus(NOT_FOUND)
                        .setMessage("namespace " + name + " is not defined")
                        .build());
    }

    private static QueryChaincodeDefinitionsResult all(StateSnapshot snapshot) {
        QueryChaincodeDefinitionsResult.Builder all = QueryChaincodeDefinitionsResult.newBuilder();
        String first = ChaincodeDefinitions.metadataKey("");
        Iterator<KeyedValue> keys = snapshot.range(ChaincodeDefinitions.LIFECYCLE, first, first + BEHIND_NAMES);
        while (keys.hasNext()) {
            String name = keys.next().key().substring(first.length());
            ChaincodeDefinitions.find(snapshot, name).map(Lifecycle::listed).ifPresent(all::addChaincodeDefinitions);
        }
        return all.build();
    }

    private static QueryChaincodeDefinitionsResult.ChaincodeDefinition listed(ChaincodeDefinition definition) {
        return QueryChaincodeDefinitionsResult.ChaincodeDefinition.newBuilder()
                .setName(definition.name())
                .setSequence(definition.sequence())
                .setVersion(definition.version())
                .setEndorsementPlugin(definition.endorsementPlugin())
                .setValidationPlugin(definition.validationPlugin())
                .setValidationParameter(definition.policy())
                .setCollections(collections(definition))
                .setInitRequired(definition.initRequired())
                .build();
    }

    private static CollectionConfigPackage collections(ChaincodeDefinition definition) {
        CollectionConfigPackage.Builder collections = CollectionConfigPackage.newBuilder();
        for (StaticCollectionConfig collection : definition.collections()) {
            collections.addConfig(CollectionConfig.newBuilder().setStaticCollectionConfig(collection));
        }
        return collections.build();
    }

    private static QueryChaincodeDefinitionResult result(ChaincodeDefinition definition) {
        return QueryChaincodeDefinitionResult.newBuilder()
                .setSequence(definition.sequence())
                .setVersion(definition.version())
                .setEndorsementPlugin(definition.endorsementPlugin())
                .setValidationPlugin(definition.validationPlugin())
                .setValidationParameter(definition.policy())
                .setCollections(collections(definition))
                .setInitRequired(definition.initRequired())
                .build();
    }
}
