package org.countyledger.network.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;

/**
 * A command before it is sent.
 *
 * @param id absent: derived from the idempotency key
 * @param expectedSeq 0 creates the record
 * @param commitments private group to commitment
 */
public record Draft(
        Kind kind, Optional<String> id, String action, long expectedSeq, Clear clear, Map<String, String> commitments) {
    public Draft {
        commitments = Map.copyOf(commitments);
    }

    /** Creates a record whose id derives from the idempotency key. */
    public static Draft creation(Kind kind, String action) {
        return new Draft(kind, Optional.empty(), action, 0, Clear.EMPTY, Map.of());
    }

    /** Creates a record with a natural id. */
    public static Draft creation(Kind kind, String id, String action) {
        return new Draft(kind, Optional.of(id), action, 0, Clear.EMPTY, Map.of());
    }

    /** Moves a record on from where it was last seen. */
    public static Draft step(Written record, String action) {
        return new Draft(record.kind(), Optional.of(record.id()), action, record.seq(), Clear.EMPTY, Map.of());
    }

    public Draft with(String name, Object value) {
        return with(clear.with(name, value));
    }

    public Draft with(Clear newClear) {
        return new Draft(kind, id, action, expectedSeq, newClear, commitments);
    }

    /** Names a private value by its commitment. */
    public Draft naming(String group, String commitment) {
        Map<String, String> more = new TreeMap<>(commitments);
        more.put(group, commitment);
        return new Draft(kind, id, action, expectedSeq, clear, more);
    }
}
