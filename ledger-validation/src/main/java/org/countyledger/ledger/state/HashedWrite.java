package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.SortedMap;
import org.countyledger.ledger.rwset.Version;

/** What a block leaves of one private key's hash entry; nothing where {@code valueHash} is empty. */
public record HashedWrite(
        String namespace,
        String collection,
        ByteString keyHash,
        Optional<ByteString> valueHash,
        SortedMap<String, ByteString> metadata,
        Version version) {
    public boolean isDelete() {
        return valueHash.isEmpty();
    }

    /** The hash entry after this write; empty for a deletion. */
    public Optional<VersionedHash> entry() {
        return valueHash.map(present -> new VersionedHash(present, metadata, version));
    }
}
