package org.countyledger.embedded.chaincode;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.PrivateKey;
import org.countyledger.embedded.simulation.PrivateSimulator;
import org.countyledger.embedded.simulation.SimulationException;
import org.countyledger.ledger.state.KeyedValue;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * Ledger calls that name a collection. Whether a collection is for members only is asked of the client who sent the
 * proposal, not of the peer ({@code core/common/privdata/store.go}).
 */
final class PrivateRequests {
    private final TransactionContext context;
    private final PrivateSimulator simulator;

    private PrivateRequests(TransactionContext context) {
        this.context = context;
        this.simulator = context.simulator().privateData();
    }

    static PrivateRequests of(TransactionContext context) {
        return new PrivateRequests(context);
    }

    private PrivateKey key(String collection, String key) {
        return new PrivateKey(context.chaincode(), collection, key);
    }

    private Optional<StaticCollectionConfig> config(String collection) throws SimulationException {
        Optional<StaticCollectionConfig> config = simulator.collection(context.chaincode(), collection);
        if (config.isEmpty() && !CollectionConfigs.isImplicit(collection)) {
            throw new SimulationException("collection " + context.channel() + "/" + context.chaincode() + "/"
                    + collection + " could not be found");
        }
        return config;
    }

    private void checkMayRead(String collection) throws SimulationException {
        Optional<StaticCollectionConfig> config = config(collection);
        if (config.isPresent() && config.get().getMemberOnlyRead() && !isMember(config.get())) {
            throw denied("read", collection);
        }
    }

    private void checkMayWrite(String collection) throws SimulationException {
        Optional<StaticCollectionConfig> config = config(collection);
        if (config.isPresent() && config.get().getMemberOnlyWrite() && !isMember(config.get())) {
            throw denied("write", collection);
        }
    }

    private boolean isMember(StaticCollectionConfig config) {
        return simulator.isMember(config, context.creator());
    }

    private SimulationException denied(String access, String collection) {
        return new SimulationException("tx creator does not have " + access
                + " access permission on privatedata in chaincodeName:" + context.chaincode() + " collectionName: "
                + collection);
    }

    ByteString get(String collection, String key) throws SimulationException {
        checkMayRead(collection);
        return simulator.get(key(collection, key));
    }

    ByteString getHash(String collection, String key) throws SimulationException {
        return simulator.getHash(key(collection, key));
    }

    SortedMap<String, ByteString> metadata(String collection, String key) throws SimulationException {
        checkMayRead(collection);
        return simulator.metadata(key(collection, key));
    }

    void put(String collection, String key, ByteString value) throws SimulationException {
        checkMayWrite(collection);
        simulator.put(key(collection, key), value);
    }

    void delete(String collection, String key) throws SimulationException {
        checkMayWrite(collection);
        simulator.delete(key(collection, key));
    }

    void purge(String collection, String key) throws SimulationException {
        if (collection.isEmpty()) {
            throw new SimulationException("only applicable for private data");
        }
        checkMayWrite(collection);
        simulator.purge(key(collection, key));
    }

    void putMetadata(String collection, String key, StateMetadata entry) throws SimulationException {
        checkMayWrite(collection);
        simulator.putMetadata(key(collection, key), Map.of(entry.getMetakey(), entry.getValue()));
    }

    Supplier<Optional<ByteString>> range(GetStateByRange range) throws SimulationException {
        checkMayRead(range.getCollection());
        Iterator<KeyedValue> found =
                simulator.range(key(range.getCollection(), range.getStartKey()), range.getEndKey());
        return () -> found.hasNext() ? Optional.of(result(found.next())) : Optional.empty();
    }

    private ByteString result(KeyedValue found) {
        return KV.newBuilder()
                .setNamespace(context.chaincode())
                .setKey(found.key())
                .setValue(found.value().value())
                .build()
                .toByteString();
    }
}
