package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.CollectionReadWrites;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.OverlayState;
import org.countyledger.ledger.state.Purge;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.validation.KeyLevelPolicies.KeyId;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/**
 * Puts a VALID transaction's writes into the block's batch (Fabric's {@code tx_ops.go}): a value alone keeps the key's
 * metadata, metadata alone keep the value and raise the version, and do nothing on an absent key; a deletion drops both.
 */
final class WriteSetApplication {
    private static final int VALUE = 1;
    private static final int METADATA = 2;
    private static final int NO_METADATA = 4;
    private static final int DELETION = 8;

    private final UpdateBatch batch;
    private final StateView combined;

    WriteSetApplication(StateView before, UpdateBatch batch) {
        this.batch = batch;
        this.combined = new OverlayState(before, batch);
    }

    /**
     * What a transaction does to one key. As in Fabric the flags are summed, so that a read-write set with the same write
     * twice, which no honest peer makes, has the same odd outcome.
     */
    private static final class Operation {
        private int flags;
        private ByteString value = ByteString.EMPTY;
        private SortedMap<String, ByteString> metadata = Collections.emptySortedMap();

        boolean is(int flag) {
            return (flags & flag) == flag;
        }

        void add(int flag) {
            flags = (flags + flag) & 0xff;
        }
    }

    void apply(ReadWriteSets sets, Version version) {
        Map<KeyId, Operation> operations = new LinkedHashMap<>();
        for (NamespaceReadWrites namespace : sets.namespaces()) {
            collect(namespace, operations);
        }
        Map<KeyId, Operation> merged = new LinkedHashMap<>();
        operations.forEach((key, operation) -> {
            if (merge(key, operation)) {
                merged.put(key, operation);
            }
        });
        merged.forEach((key, operation) -> put(key, operation, version));
        notePurges(sets, version);
    }

    private static void collect(NamespaceReadWrites writes, Map<KeyId, Operation> operations) {
        String namespace = writes.namespace();
        for (KVWrite write : writes.publicSet().getWritesList()) {
            write(
                    operation(operations, KeyId.ofPublic(namespace, write.getKey())),
                    write.getValue(),
                    ReadWriteSets.isDelete(write));
        }
        for (KVMetadataWrite write : writes.publicSet().getMetadataWritesList()) {
            writeMetadata(operation(operations, KeyId.ofPublic(namespace, write.getKey())), write.getEntriesList());
        }
        for (CollectionReadWrites collection : writes.collections()) {
            for (KVWriteHash write : collection.hashed().getHashedWritesList()) {
                KeyId key = new KeyId(namespace, collection.name(), write.getKeyHash());
                write(operation(operations, key), write.getValueHash(), ReadWriteSets.isDelete(write));
            }
            for (KVMetadataWriteHash write : collection.hashed().getMetadataWritesList()) {
                KeyId key = new KeyId(namespace, collection.name(), write.getKeyHash());
                writeMetadata(operation(operations, key), write.getEntriesList());
            }
        }
    }

    private static Operation operation(Map<KeyId, Operation> operations, KeyId key) {
        return operations.computeIfAbsent(key, absent -> new Operation());
    }

    private static void write(Operation operation, ByteString value, boolean isDelete) {
        operation.add(isDelete ? DELETION : VALUE);
        if (!isDelete) {
            operation.value = value;
        }
    }

    private static void writeMetadata(Operation operation, List<KVMetadataEntry> entries) {
        operation.add(entries.isEmpty() ? NO_METADATA : METADATA);
        if (!entries.isEmpty()) {
            SortedMap<String, ByteString> metadata = new TreeMap<>();
            entries.forEach(entry -> metadata.put(entry.getName(), entry.getValue()));
            operation.metadata = Collections.unmodifiableSortedMap(metadata);
        }
    }

    /** Completes an operation by what the key holds; false where nothing is to be done. */
    private boolean merge(KeyId key, Operation operation) {
        if (operation.is(DELETION) || (operation.is(VALUE) && (operation.is(METADATA) || operation.is(NO_METADATA)))) {
            return true;
        }
        Optional<Map.Entry<ByteString, SortedMap<String, ByteString>>> held = held(key);
        if (operation.flags == VALUE || operation.flags == 0) {
            held.ifPresent(present -> operation.metadata = present.getValue());
            return true;
        }
        held.ifPresent(present -> operation.value = present.getKey());
        return held.isPresent();
    }

    private Optional<Map.Entry<ByteString, SortedMap<String, ByteString>>> held(KeyId key) {
        return key.collection().isEmpty()
                ? combined.get(key.namespace(), key.key().toStringUtf8())
                        .map(value -> Map.entry(value.value(), value.metadata()))
                : combined.getHash(key.namespace(), key.collection(), key.key())
                        .map(hash -> Map.entry(hash.valueHash(), hash.metadata()));
    }

    private void put(KeyId key, Operation operation, Version version) {
        if (!key.collection().isEmpty()) {
            if (operation.is(DELETION)) {
                batch.deleteHash(key.namespace(), key.collection(), key.key(), version);
            } else {
                batch.putHash(
                        key.namespace(), key.collection(), key.key(), operation.value, operation.metadata, version);
            }
        } else if (operation.is(DELETION)) {
            batch.delete(key.namespace(), key.key().toStringUtf8(), version);
        } else {
            batch.put(key.namespace(), key.key().toStringUtf8(), operation.value, operation.metadata, version);
        }
    }

    private void notePurges(ReadWriteSets sets, Version version) {
        for (NamespaceReadWrites namespace : sets.namespaces()) {
            for (CollectionReadWrites collection : namespace.collections()) {
                for (KVWriteHash write : collection.hashed().getHashedWritesList()) {
                    if (write.getIsPurge()) {
                        batch.purge(new Purge(namespace.namespace(), collection.name(), write.getKeyHash(), version));
                    }
                }
            }
        }
    }
}
