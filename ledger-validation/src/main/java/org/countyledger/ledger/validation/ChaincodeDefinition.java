package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * A chaincode as the channel agreed on it.
 *
 * @param policy bytes of its {@code ApplicationPolicy}
 */
public record ChaincodeDefinition(
        String name,
        long sequence,
        String version,
        boolean initRequired,
        String endorsementPlugin,
        String validationPlugin,
        ByteString policy,
        List<StaticCollectionConfig> collections) {
    public ChaincodeDefinition {
        collections = List.copyOf(collections);
    }

    public Optional<StaticCollectionConfig> collection(String collection) {
        return collections.stream()
                .filter(config -> config.getName().equals(collection))
                .findFirst();
    }
}
