package org.countyledger.embedded.privatedata;

import java.util.Optional;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.validation.HashExpiry;

/** Collections as they are defined in one world state. */
public record CollectionView(StateView state, CollectionConfigs configs) {
    boolean isMember(String mspId, String namespace, String collection) {
        return configs.find(state, namespace, collection)
                .filter(config -> CollectionConfigs.isMember(config, mspId))
                .isPresent();
    }

    /** The block with which disappears what {@code block} writes; empty where it stays. */
    Optional<Long> end(String namespace, String collection, long block) {
        return HashExpiry.end(namespace, collection, block, state);
    }
}
