package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.Optional;

/**
 * World state at one height, read only. Keys are compared as unsigned UTF-8 bytes, as Fabric's LevelDB does; a
 * {@code String.compareTo} order would put full-width characters in the wrong place.
 */
public interface StateView {
    /** The value, metadata and version of a public key, if it exists. */
    Optional<VersionedValue> get(String namespace, String key);

    /**
     * Public keys from {@code startKey} (inclusive) to {@code endKey} (exclusive; empty means to the end of the
     * namespace), ascending in byte order.
     */
    Iterator<KeyedValue> range(String namespace, String startKey, String endKey);

    /** The hash entry of a private key, by SHA-256 of that key. */
    Optional<VersionedHash> getHash(String namespace, String collection, ByteString keyHash);
}
