package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.SortedMap;
import org.countyledger.ledger.rwset.Version;

/** What a block leaves of one public key: a value with its metadata, or nothing where {@code value} is empty. */
public record PublicWrite(
        String namespace,
        String key,
        Optional<ByteString> value,
        SortedMap<String, ByteString> metadata,
        Version version) {
    public boolean isDelete() {
        return value.isEmpty();
    }

    /** The entry of the world state after this write; empty for a deletion. */
    public Optional<VersionedValue> entry() {
        return value.map(present -> new VersionedValue(present, metadata, version));
    }
}
