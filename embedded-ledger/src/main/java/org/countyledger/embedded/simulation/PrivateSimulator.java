package org.countyledger.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.privatedata.PrivateKey;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.VersionedHash;
import org.countyledger.ledger.state.VersionedValue;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * The private side of a simulation. A clear value only counts while it is the one whose hash stands in public; who has
 * none where a hash stands, because its organisation is no member, is told so by an error.
 */
public final class PrivateSimulator {
    private final SimulationRecord record;
    private final PeerState peer;

    PrivateSimulator(SimulationRecord record, PeerState peer) {
        this.record = record;
        this.peer = peer;
    }

    /** The definition of a collection, of which every peer knows, member or not. */
    public synchronized Optional<StaticCollectionConfig> collection(String namespace, String collection) {
        record.readDefinition(namespace);
        return peer.collections().find(peer.state(), namespace, collection);
    }

    /** Whether the identity, in its serialized form, belongs to a member of the collection. */
    public boolean isMember(StaticCollectionConfig collection, ByteString identity) {
        return peer.collections().isMember(collection, identity);
    }

    private CollectionRecord checked(String namespace, String collection) throws SimulationException {
        if (collection(namespace, collection).isEmpty()) {
            throw new SimulationException("collection [" + collection
                    + "] not defined in the collection config for chaincode [" + namespace + "]");
        }
        return record.of(namespace).collection(collection);
    }

    private Optional<VersionedHash> hash(PrivateKey key) {
        return peer.state().getHash(key.namespace(), key.collection(), key.hash());
    }

    /** The clear value; empty bytes where there is none. */
    public synchronized ByteString get(PrivateKey key) throws SimulationException {
        CollectionRecord collection = checked(key.namespace(), key.collection());
        Optional<VersionedValue> found = peer.own().get(key);
        Optional<Version> held = found.map(VersionedValue::version);
        Optional<Version> hashed = hash(key).map(VersionedHash::version);
        if (!held.equals(hashed)) {
            throw new SimulationException("private data matching public hash version is not available. "
                    + "Public hash version = " + text(hashed) + ", Private data version = " + text(held));
        }
        collection.read(key.key(), held);
        record.writtenPolicies().readPrivately(key.namespace(), key.collection());
        return found.map(VersionedValue::value).orElse(ByteString.EMPTY);
    }

    private static String text(Optional<Version> version) {
        return version.map(at -> "{BlockNum: " + at.blockNumber() + ", TxNum: " + at.transactionNumber() + "}")
                .orElse("<nil>");
    }

    private Optional<VersionedHash> readHash(PrivateKey key) throws SimulationException {
        CollectionRecord collection = checked(key.namespace(), key.collection());
        Optional<VersionedHash> found = hash(key);
        collection.read(key.key(), found.map(VersionedHash::version));
        return found;
    }

    /** The hash of a private value; empty bytes where there is none. Open to all organisations. */
    public synchronized ByteString getHash(PrivateKey key) throws SimulationException {
        return readHash(key).map(VersionedHash::valueHash).orElse(ByteString.EMPTY);
    }

    public synchronized SortedMap<String, ByteString> metadata(PrivateKey key) throws SimulationException {
        return readHash(key).map(VersionedHash::metadata).orElse(Collections.emptySortedMap());
    }

    public synchronized void put(PrivateKey key, ByteString value) throws SimulationException {
        mayWrite(key).write(key.key(), value);
        noteWrite(key);
    }

    public synchronized void delete(PrivateKey key) throws SimulationException {
        put(key, ByteString.EMPTY);
    }

    /** Deletes the value, and every member will forget that there was one. */
    public synchronized void purge(PrivateKey key) throws SimulationException {
        mayWrite(key).purge(key.key());
        noteWrite(key);
    }

    /** Replaces all metadata of a key. */
    public synchronized void putMetadata(PrivateKey key, Map<String, ByteString> entries) throws SimulationException {
        mayWrite(key).writeMetadata(key.key(), entries);
        noteWrite(key);
    }

    private CollectionRecord mayWrite(PrivateKey key) throws SimulationException {
        CollectionRecord collection = checked(key.namespace(), key.collection());
        record.checkMayWrite();
        return collection;
    }

    private void noteWrite(PrivateKey key) {
        record.writtenPolicies()
                .add(
                        key.namespace(),
                        key.collection(),
                        hash(key).map(VersionedHash::metadata).orElse(Collections.emptySortedMap()));
    }

    /** A range of clear values. It records nothing, so such a transaction may not write. */
    public synchronized Iterator<KeyedValue> range(PrivateKey start, String endKey) throws SimulationException {
        record.checkMayQueryPrivately();
        checked(start.namespace(), start.collection());
        return peer.own().range(start, endKey);
    }
}
