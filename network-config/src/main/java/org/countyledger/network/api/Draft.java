package org.countyledger.network.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;

/**
 * A command before it is sent, with what is to be staged for it.
 *
 * @param id absent: derived from the idempotency key
 * @param expectedSeq 0 creates the record
 * @param contents private group to its value, which the command names by its commitment
 */
public record Draft(
        Kind kind,
        Optional<String> id,
        String action,
        long expectedSeq,
        Clear clear,
        Map<String, PrivateValue> contents) {
    public Draft {
        contents = Map.copyOf(contents);
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
        return new Draft(kind, id, action, expectedSeq, newClear, contents);
    }

    /** With a private value. */
    public Draft holding(String group, PrivateValue value) {
        Map<String, PrivateValue> more = new TreeMap<>(contents);
        more.put(group, value);
        return new Draft(kind, id, action, expectedSeq, clear, more);
    }

    /** With the id that the command's key gives, where it has none. */
    public Draft under(IdempotencyKey key) {
        return new Draft(
                kind, Optional.of(id.orElseGet(() -> key.recordId(kind))), action, expectedSeq, clear, contents);
    }

    /** Private group to commitment. */
    public Map<String, String> commitments() {
        return contents.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().commitment()));
    }

    /** Where the {@code n}th value of a group stands; only with an id. */
    public ContentKey key(String group, long n) {
        return new ContentKey(kind, id.orElseThrow(), group, n);
    }
}
