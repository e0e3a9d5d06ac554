package org.countyledger.ledger.rwset;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;

/** Hashed reads and writes of one collection; {@code privateSetHash} is empty where nothing private was written. */
public record CollectionReadWrites(String name, HashedRWSet hashed, ByteString privateSetHash) {
    boolean writes() {
        return hashed.getHashedWritesCount() > 0 || hashed.getMetadataWritesCount() > 0;
    }
}
