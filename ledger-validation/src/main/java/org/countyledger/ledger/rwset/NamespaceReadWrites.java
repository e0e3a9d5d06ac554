package org.countyledger.ledger.rwset;

import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/** Reads and writes of one namespace. */
public record NamespaceReadWrites(String namespace, KVRWSet publicSet, List<CollectionReadWrites> collections) {
    public NamespaceReadWrites {
        collections = List.copyOf(collections);
    }

    /** Whether anything is written here, in clear, hashed or as metadata. */
    public boolean writes() {
        return publicSet.getWritesCount() > 0
                || publicSet.getMetadataWritesCount() > 0
                || collections.stream().anyMatch(CollectionReadWrites::writes);
    }
}
