package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import org.countyledger.ledger.rwset.Sha256;

/** A key of a collection, in clear. */
public record PrivateKey(String namespace, String collection, String key) {
    /** What stands for it in public. */
    public ByteString hash() {
        return Sha256.ofKey(key);
    }

    @Override
    public String toString() {
        return namespace + "/" + collection + "/" + Sha256.hex(hash());
    }
}
