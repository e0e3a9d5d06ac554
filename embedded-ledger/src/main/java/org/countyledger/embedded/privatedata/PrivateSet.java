package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import org.countyledger.ledger.rwset.Sha256;

/** What one transaction writes to one collection, in clear: the bytes of a {@code KVRWSet}, which its hash binds. */
public record PrivateSet(String namespace, String collection, ByteString bytes) {
    public ByteString hash() {
        return Sha256.of(bytes);
    }

    @Override
    public String toString() {
        return namespace + "/" + collection + ", " + bytes.size() + " bytes";
    }
}
