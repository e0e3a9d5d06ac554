package org.countyledger.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.privatedata.PrivateSet;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.state.VersionedValue;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/**
 * One transaction against a snapshot: reads see the snapshot and never the transaction's own writes ({@code
 * core/ledger/kvledger/txmgmt/txmgr/tx_simulator.go}). A chaincode that calls another shares it; their requests follow
 * each other, so the lock is only for visibility.
 */
public final class TxSimulator implements AutoCloseable {
    private final PeerState peer;
    private final SimulationRecord record;
    private final PrivateSimulator privateData;
    private final Map<RangeScan, String> scans = Collections.synchronizedMap(new LinkedHashMap<>());

    public TxSimulator(String transactionId, PeerState peer) {
        this.peer = peer;
        this.record = new SimulationRecord(transactionId, peer.state());
        this.privateData = new PrivateSimulator(record, peer);
    }

    public StateSnapshot state() {
        return peer.state();
    }

    public PrivateSimulator privateData() {
        return privateData;
    }

    /** The value; empty bytes where there is none. */
    public synchronized ByteString get(String namespace, String key) {
        return record.read(namespace, key).map(VersionedValue::value).orElse(ByteString.EMPTY);
    }

    public synchronized SortedMap<String, ByteString> metadata(String namespace, String key) {
        return record.read(namespace, key).map(VersionedValue::metadata).orElse(Collections.emptySortedMap());
    }

    public synchronized void put(String namespace, String key, ByteString value) throws SimulationException {
        record.checkMayWrite();
        record.of(namespace).write(key, value);
        noteWrite(namespace, key);
    }

    public synchronized void delete(String namespace, String key) throws SimulationException {
        put(namespace, key, ByteString.EMPTY);
    }

    /** Replaces all metadata of a key. */
    public synchronized void putMetadata(String namespace, String key, Map<String, ByteString> entries)
            throws SimulationException {
        record.checkMayWrite();
        record.of(namespace).writeMetadata(key, entries);
        noteWrite(namespace, key);
    }

    private void noteWrite(String namespace, String key) {
        SortedMap<String, ByteString> metadata =
                peer.state().get(namespace, key).map(VersionedValue::metadata).orElse(Collections.emptySortedMap());
        record.writtenPolicies().add(namespace, WrittenPolicies.PUBLIC, metadata);
    }

    public synchronized RangeScan range(String namespace, String startKey, String endKey) {
        RangeScan scan = new RangeScan(peer.state().range(namespace, startKey, endKey), startKey, endKey);
        record.of(namespace);
        scans.put(scan, namespace);
        return scan;
    }

    /** A range for a page; such a transaction may not write. */
    public synchronized RangeScan pagedRange(String namespace, String startKey, String endKey)
            throws SimulationException {
        record.checkMayPage();
        return range(namespace, startKey, endKey);
    }

    /** Everything read and written so far, private keys and values as hashes. */
    public synchronized TxReadWriteSet results() {
        scans.forEach((scan, namespace) -> record.of(namespace).range(scan.record()));
        scans.clear();
        TxReadWriteSet.Builder set = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        record.namespaces().forEach((namespace, one) -> set.addNsRwset(one.build(namespace)));
        return set.build();
    }

    /** What is written to collections, in clear. */
    public synchronized List<PrivateSet> privateSets() {
        List<PrivateSet> sets = new ArrayList<>();
        record.namespaces().forEach((namespace, one) -> sets.addAll(one.privateSets(namespace)));
        return sets;
    }

    /** Namespaces touched, in byte order. */
    public synchronized List<String> namespaces() {
        return new ArrayList<>(record.namespaces().keySet());
    }

    public WrittenPolicies writtenPolicies() {
        return record.writtenPolicies();
    }

    @Override
    public void close() {
        peer.close();
    }
}
