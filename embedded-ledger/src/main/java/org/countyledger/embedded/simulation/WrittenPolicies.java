package org.countyledger.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.state.VersionedValue;

/** Key policies of the keys a transaction writes, as they stand before it. Looking them up records no read. */
public final class WrittenPolicies {
    private static final String VALIDATION_PARAMETER = "VALIDATION_PARAMETER";

    private final Map<String, Set<ByteString>> keyPolicies = new LinkedHashMap<>();
    private final Set<String> underChaincodePolicy = new LinkedHashSet<>();

    synchronized void add(String namespace, String key, StateSnapshot state) {
        ByteString policy = state.get(namespace, key)
                .map(VersionedValue::metadata)
                .map(metadata -> metadata.getOrDefault(VALIDATION_PARAMETER, ByteString.EMPTY))
                .orElse(ByteString.EMPTY);
        if (policy.isEmpty()) {
            underChaincodePolicy.add(namespace);
        } else {
            keyPolicies
                    .computeIfAbsent(namespace, name -> new LinkedHashSet<>())
                    .add(policy);
        }
    }

    /** Distinct key policies that stand in for the chaincode's. */
    public synchronized Set<ByteString> keyPolicies(String namespace) {
        return Set.copyOf(keyPolicies.getOrDefault(namespace, Collections.emptySet()));
    }

    /** Whether the chaincode's own policy counts: a key without policy is written, or nothing is. */
    public synchronized boolean needsChaincodePolicy(String namespace) {
        return underChaincodePolicy.contains(namespace) || !keyPolicies.containsKey(namespace);
    }
}
