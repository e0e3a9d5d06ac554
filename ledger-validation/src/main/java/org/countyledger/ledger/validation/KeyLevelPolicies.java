package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.state.StateView;

/**
 * Endorsement policies of single keys within one block. A transaction whose key's policy was written by an earlier one of
 * the block that passed its endorsement check cannot be judged, and is refused (Fabric's
 * {@code statebased/vpmanagerimpl.go}).
 */
final class KeyLevelPolicies {
    private static final String VALIDATION_PARAMETER = "VALIDATION_PARAMETER";

    private final StateView before;
    private final Set<KeyId> changed = new HashSet<>();

    /** A public key where {@code collection} is empty, else a private key by its hash. */
    record KeyId(String namespace, String collection, ByteString key) {
        static KeyId ofPublic(String namespace, String key) {
            return new KeyId(namespace, "", ByteString.copyFromUtf8(key));
        }
    }

    /** @param before the world state before the block */
    KeyLevelPolicies(StateView before) {
        this.before = before;
    }

    /** Whether an earlier transaction of the block changed the policy of the key. */
    boolean isChanged(KeyId key) {
        return changed.contains(key);
    }

    /** The bytes of the key's policy, a {@code SignaturePolicyEnvelope}; empty where the key has none. */
    Optional<ByteString> policy(KeyId key) {
        Map<String, ByteString> metadata = new HashMap<>();
        if (key.collection().isEmpty()) {
            before.get(key.namespace(), key.key().toStringUtf8()).ifPresent(value -> metadata.putAll(value.metadata()));
        } else {
            before.getHash(key.namespace(), key.collection(), key.key())
                    .ifPresent(value -> metadata.putAll(value.metadata()));
        }
        return Optional.ofNullable(metadata.get(VALIDATION_PARAMETER)).filter(bytes -> !bytes.isEmpty());
    }

    /** Notes what a transaction changes in a namespace whose endorsement check it passed. */
    void passed(ReadWriteSets sets, String namespace) {
        for (NamespaceReadWrites writes : sets.namespaces()) {
            if (!writes.namespace().equals(namespace)) {
                continue;
            }
            writes.publicSet()
                    .getMetadataWritesList()
                    .forEach(write -> changed.add(KeyId.ofPublic(namespace, write.getKey())));
            writes.collections()
                    .forEach(collection -> collection
                            .hashed()
                            .getMetadataWritesList()
                            .forEach(
                                    write -> changed.add(new KeyId(namespace, collection.name(), write.getKeyHash()))));
        }
    }
}
