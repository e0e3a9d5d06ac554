package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.policy.Policy;
import org.countyledger.ledger.rwset.CollectionReadWrites;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.validation.KeyLevelPolicies.KeyId;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/**
 * The endorsement of one transaction's writes in one namespace: a key's own policy alone where it has one, else its
 * collection's, else the chaincode's, which is also asked where nothing else was (Fabric's {@code statebased/v20.go}).
 */
final class NamespaceEndorsement {
    private static final String CHAINCODE = "";

    private final CompiledPolicies policies;
    private final KeyLevelPolicies keyLevel;
    private final Optional<ChaincodeDefinition> definition;
    private final Policy chaincodePolicy;
    private final List<Identity> endorsers;
    /** Collections whose policy holds, and {@link #CHAINCODE}. */
    private final Set<String> holding = new HashSet<>();

    private boolean anyChecked;

    NamespaceEndorsement(
            CompiledPolicies policies,
            KeyLevelPolicies keyLevel,
            Optional<ChaincodeDefinition> definition,
            Policy chaincodePolicy,
            List<Identity> endorsers) {
        this.policies = policies;
        this.keyLevel = keyLevel;
        this.definition = definition;
        this.chaincodePolicy = chaincodePolicy;
        this.endorsers = endorsers;
    }

    boolean holds(String namespace, ReadWriteSets sets) {
        for (NamespaceReadWrites writes : sets.namespaces()) {
            if (writes.namespace().equals(namespace) && !holds(writes)) {
                return false;
            }
        }
        return anyChecked || chaincodePolicy.isSatisfiedBy(endorsers);
    }

    private boolean holds(NamespaceReadWrites writes) {
        String namespace = writes.namespace();
        for (KVWrite write : writes.publicSet().getWritesList()) {
            if (!holds(KeyId.ofPublic(namespace, write.getKey()))) {
                return false;
            }
        }
        for (KVMetadataWrite write : writes.publicSet().getMetadataWritesList()) {
            if (!holds(KeyId.ofPublic(namespace, write.getKey()))) {
                return false;
            }
        }
        for (CollectionReadWrites collection : writes.collections()) {
            for (KVWriteHash write : collection.hashed().getHashedWritesList()) {
                if (!holds(new KeyId(namespace, collection.name(), write.getKeyHash()))) {
                    return false;
                }
            }
        }
        for (CollectionReadWrites collection : writes.collections()) {
            for (KVMetadataWriteHash write : collection.hashed().getMetadataWritesList()) {
                if (!holds(new KeyId(namespace, collection.name(), write.getKeyHash()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean holds(KeyId key) {
        if (keyLevel.isChanged(key)) {
            return false;
        }
        Optional<ByteString> own = keyLevel.policy(key);
        if (own.isEmpty()) {
            return collectionHolds(key.collection());
        }
        anyChecked = true;
        return policies.keyLevel(own.get()).isSatisfiedBy(endorsers);
    }

    private boolean collectionHolds(String collection) {
        if (holding.contains(collection)) {
            return true;
        }
        Optional<Policy> own = collection.isEmpty() ? Optional.empty() : collectionPolicy(collection);
        if (own.isPresent()) {
            return check(collection, own.get());
        }
        return holding.contains(CHAINCODE) || check(CHAINCODE, chaincodePolicy);
    }

    private boolean check(String name, Policy policy) {
        anyChecked = true;
        boolean satisfied = policy.isSatisfiedBy(endorsers);
        if (satisfied) {
            holding.add(name);
        }
        return satisfied;
    }

    /** Empty only where the collection's chaincode names no policy for it. */
    private Optional<Policy> collectionPolicy(String collection) {
        if (collection.startsWith(ChaincodeDefinitions.IMPLICIT_COLLECTION)) {
            return Optional.of(policies.implicitCollection(
                    collection.substring(ChaincodeDefinitions.IMPLICIT_COLLECTION.length())));
        }
        return definition
                .flatMap(present -> present.collection(collection))
                .map(config -> config.hasEndorsementPolicy()
                        ? Optional.of(policies.application(
                                config.getEndorsementPolicy().toByteString()))
                        : Optional.<Policy>empty())
                .orElseGet(() -> Optional.of(Policy.rejecting("no such collection '" + collection + "'")));
    }
}
