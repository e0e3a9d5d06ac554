package org.countyledger.embedded.simulation;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.state.VersionedValue;
import org.countyledger.ledger.validation.ChaincodeDefinitions;

/** What a simulation has read and written so far, and what it may still do; guarded by the simulator that owns it. */
final class SimulationRecord {
    private static final List<String> DEFINITION_FIELDS =
            List.of("Sequence", "EndorsementInfo", "ValidationInfo", "Collections");

    private final String transactionId;
    private final StateSnapshot state;
    private final NavigableMap<String, NamespaceRecord> namespaces = new TreeMap<>(KeyOrder.UTF8);
    private final WrittenPolicies writtenPolicies = new WrittenPolicies();
    private boolean hasWritten;
    private boolean hasPaged;
    private boolean hasQueriedPrivately;

    SimulationRecord(String transactionId, StateSnapshot state) {
        this.transactionId = transactionId;
        this.state = state;
    }

    StateSnapshot state() {
        return state;
    }

    NavigableMap<String, NamespaceRecord> namespaces() {
        return namespaces;
    }

    NamespaceRecord of(String namespace) {
        return namespaces.computeIfAbsent(namespace, name -> new NamespaceRecord());
    }

    WrittenPolicies writtenPolicies() {
        return writtenPolicies;
    }

    Optional<VersionedValue> read(String namespace, String key) {
        Optional<VersionedValue> found = state.get(namespace, key);
        of(namespace).read(key, found.map(VersionedValue::version));
        return found;
    }

    /** Whoever touches a collection reads the whole definition of its chaincode. */
    void readDefinition(String chaincode) {
        for (String field : DEFINITION_FIELDS) {
            read(ChaincodeDefinitions.LIFECYCLE, ChaincodeDefinitions.fieldKey(chaincode, field));
        }
        read(ChaincodeDefinitions.LIFECYCLE, ChaincodeDefinitions.metadataKey(chaincode));
    }

    void checkMayWrite() throws SimulationException {
        if (hasQueriedPrivately) {
            throw unsupported("Transaction has already performed queries on pvt data. Writes are not allowed");
        }
        if (hasPaged) {
            throw unsupported("Transaction has already performed a paginated query. Writes are not allowed");
        }
        hasWritten = true;
    }

    void checkMayPage() throws SimulationException {
        if (hasWritten) {
            throw unsupported("Paginated queries are supported only in a read-only transaction");
        }
        hasPaged = true;
    }

    void checkMayQueryPrivately() throws SimulationException {
        if (hasWritten) {
            throw unsupported("Queries on pvt data is supported only in a read-only transaction");
        }
        hasQueriedPrivately = true;
    }

    /** Fabric's own spelling. */
    private SimulationException unsupported(String text) {
        return new SimulationException("txid [" + transactionId + "]: unsuppored transaction. " + text);
    }
}
