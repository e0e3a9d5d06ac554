package org.countyledger.gateway.records;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.CommandSignature;

/**
 * What a client sends of a command, checked for its form only.
 *
 * @param action for creations; elsewhere it stands in the path
 * @param id for creations of records with a natural id; else it derives from the idempotency key
 * @param clear with the list of evidence as its field {@code evidence}
 */
record CommandBody(
        Optional<String> action,
        Optional<String> id,
        Optional<Long> expectedSeq,
        Clear clear,
        SortedMap<String, String> commitments,
        Optional<Instant> notAfter,
        List<CommandSignature> signatures) {

    CommandBody {
        commitments = Collections.unmodifiableSortedMap(new TreeMap<>(commitments));
        signatures = List.copyOf(signatures);
    }
}
