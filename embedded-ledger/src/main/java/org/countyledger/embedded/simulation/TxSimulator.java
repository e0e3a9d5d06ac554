package org.countyledger.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.state.VersionedHash;
import org.countyledger.ledger.state.VersionedValue;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/**
 * One transaction against a snapshot: reads see the snapshot and never the transaction's own writes ({@code
 * core/ledger/kvledger/txmgmt/txmgr/tx_simulator.go}). Thread safe, because a chaincode that calls another shares it.
 */
public final class TxSimulator implements AutoCloseable {
    private static final List<String> DEFINITION_FIELDS =
            List.of("Sequence", "EndorsementInfo", "ValidationInfo", "Collections");

    private final String transactionId;
    private final StateSnapshot state;
    private final NavigableMap<String, NamespaceRecord> namespaces = new TreeMap<>(KeyOrder.UTF8);
    private final Map<RangeScan, String> scans = Collections.synchronizedMap(new LinkedHashMap<>());
    private final WrittenPolicies writtenPolicies = new WrittenPolicies();
    private boolean hasWritten;
    private boolean hasPaged;

    public TxSimulator(String transactionId, StateSnapshot state) {
        this.transactionId = transactionId;
        this.state = state;
    }

    public StateSnapshot state() {
        return state;
    }

    private NamespaceRecord record(String namespace) {
        return namespaces.computeIfAbsent(namespace, name -> new NamespaceRecord());
    }

    private Optional<VersionedValue> read(String namespace, String key) {
        Optional<VersionedValue> found = state.get(namespace, key);
        record(namespace).read(key, found.map(VersionedValue::version));
        return found;
    }

    /** The value; empty bytes where there is none. */
    public synchronized ByteString get(String namespace, String key) {
        return read(namespace, key).map(VersionedValue::value).orElse(ByteString.EMPTY);
    }

    public synchronized SortedMap<String, ByteString> metadata(String namespace, String key) {
        return read(namespace, key).map(VersionedValue::metadata).orElse(Collections.emptySortedMap());
    }

    /** The hash of a private value; empty bytes where there is none. Open to all organisations. */
    public synchronized ByteString privateHash(String namespace, String collection, String key) {
        recordDefinition(namespace);
        Optional<VersionedHash> found = state.getHash(namespace, collection, Sha256.ofKey(key));
        record(namespace).readHash(collection, key, found.map(VersionedHash::version));
        return found.map(VersionedHash::valueHash).orElse(ByteString.EMPTY);
    }

    /** Whoever touches a collection reads the whole definition of its chaincode. */
    private void recordDefinition(String chaincode) {
        for (String field : DEFINITION_FIELDS) {
            read(ChaincodeDefinitions.LIFECYCLE, ChaincodeDefinitions.fieldKey(chaincode, field));
        }
        read(ChaincodeDefinitions.LIFECYCLE, ChaincodeDefinitions.metadataKey(chaincode));
    }

    public synchronized void put(String namespace, String key, ByteString value) throws SimulationException {
        checkMayWrite();
        record(namespace).write(key, value);
        writtenPolicies.add(namespace, key, state);
    }

    public synchronized void delete(String namespace, String key) throws SimulationException {
        put(namespace, key, ByteString.EMPTY);
    }

    /** Replaces all metadata of a key. */
    public synchronized void putMetadata(String namespace, String key, Map<String, ByteString> entries)
            throws SimulationException {
        checkMayWrite();
        record(namespace).writeMetadata(key, entries);
        writtenPolicies.add(namespace, key, state);
    }

    private void checkMayWrite() throws SimulationException {
        if (hasPaged) {
            throw unsupported("Transaction has already performed a paginated query. Writes are not allowed");
        }
        hasWritten = true;
    }

    public synchronized RangeScan range(String namespace, String startKey, String endKey) {
        RangeScan scan = new RangeScan(state.range(namespace, startKey, endKey), startKey, endKey);
        record(namespace);
        scans.put(scan, namespace);
        return scan;
    }

    /** A range for a page; such a transaction may not write. */
    public synchronized RangeScan pagedRange(String namespace, String startKey, String endKey)
            throws SimulationException {
        if (hasWritten) {
            throw unsupported("Paginated queries are supported only in a read-only transaction");
        }
        hasPaged = true;
        return range(namespace, startKey, endKey);
    }

    /** Fabric's own spelling. */
    private SimulationException unsupported(String text) {
        return new SimulationException("txid [" + transactionId + "]: unsuppored transaction. " + text);
    }

    /** Everything read and written so far. */
    public synchronized TxReadWriteSet results() {
        scans.forEach((scan, namespace) -> record(namespace).range(scan.record()));
        scans.clear();
        TxReadWriteSet.Builder set = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        namespaces.forEach((namespace, record) -> set.addNsRwset(record.build(namespace)));
        return set.build();
    }

    /** Namespaces touched, in byte order. */
    public synchronized List<String> namespaces() {
        return new ArrayList<>(namespaces.keySet());
    }

    public WrittenPolicies writtenPolicies() {
        return writtenPolicies;
    }

    @Override
    public void close() {
        state.close();
    }
}
