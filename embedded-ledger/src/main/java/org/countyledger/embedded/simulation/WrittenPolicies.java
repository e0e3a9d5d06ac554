package org.countyledger.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.ledger.rwset.KeyOrder;

/**
 * Which policies a transaction's writes call for ({@code core/endorser/endorser.go}, {@code buildChaincodeInterest}): the
 * keys' own as they stand before it, else their collections' or the chaincode's. Looking them up records no read.
 */
public final class WrittenPolicies {
    /** Stands for the public keys of a namespace where a collection is asked for. */
    static final String PUBLIC = "";

    private static final String VALIDATION_PARAMETER = "VALIDATION_PARAMETER";

    private final NavigableMap<String, Of> namespaces = new TreeMap<>(KeyOrder.UTF8);

    private static final class Of {
        private final Set<ByteString> keyPolicies = new LinkedHashSet<>();
        private final SortedSet<String> withoutKeyPolicy = new TreeSet<>(KeyOrder.UTF8);
        private final SortedSet<String> readPrivately = new TreeSet<>(KeyOrder.UTF8);
        private boolean writes;
    }

    private Of of(String namespace) {
        return namespaces.computeIfAbsent(namespace, absent -> new Of());
    }

    synchronized void add(String namespace, String collection, Map<String, ByteString> metadata) {
        Of writes = of(namespace);
        writes.writes = true;
        ByteString policy = metadata.getOrDefault(VALIDATION_PARAMETER, ByteString.EMPTY);
        if (policy.isEmpty()) {
            writes.withoutKeyPolicy.add(collection);
        } else {
            writes.keyPolicies.add(policy);
        }
    }

    synchronized void readPrivately(String namespace, String collection) {
        of(namespace).readPrivately.add(collection);
    }

    /** Distinct policies of written keys, which stand in for the chaincode's or the collection's. */
    public synchronized Set<ByteString> keyPolicies(String namespace) {
        Of found = namespaces.get(namespace);
        return found == null ? Collections.emptySet() : Set.copyOf(found.keyPolicies);
    }

    /** Whether the chaincode's own policy counts: a public key without policy is written, or nothing at all is. */
    public synchronized boolean needsChaincodePolicy(String namespace) {
        Of found = namespaces.get(namespace);
        return found == null || !found.writes || found.withoutKeyPolicy.contains(PUBLIC);
    }

    /** Collections that count: a key without policy is written there, or a clear value is read. */
    public synchronized SortedSet<String> collections(String namespace) {
        SortedSet<String> counting = new TreeSet<>(KeyOrder.UTF8);
        Of found = namespaces.get(namespace);
        if (found != null) {
            counting.addAll(found.withoutKeyPolicy);
            counting.addAll(found.readPrivately);
            counting.remove(PUBLIC);
        }
        return counting;
    }

    public synchronized boolean readsPrivately(String namespace, String collection) {
        Of found = namespaces.get(namespace);
        return found != null && found.readPrivately.contains(collection);
    }
}
