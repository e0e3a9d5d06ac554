package org.countyledger.domain.contract;

import java.time.Instant;
import java.util.List;
import org.countyledger.domain.record.Kind;

/**
 * Argument of {@link Functions#READ_LIST}: the last values of one private group of several records.
 *
 * @param ids of the records, each of which the access record names
 * @param accessRecord id of the officer's access record
 * @param notAfter refused later than this
 */
public record ListReadingRequest(Kind kind, List<String> ids, String group, String accessRecord, Instant notAfter) {
    /** As many records as one access record names. */
    public static final int MOST = 100;

    public ListReadingRequest {
        ids = List.copyOf(ids);
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new IllegalArgumentException("From 1 to " + MOST + " records are read at once.");
        }
    }
}
