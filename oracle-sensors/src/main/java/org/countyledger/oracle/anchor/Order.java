package org.countyledger.oracle.anchor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.oracle.sensor.SignedReading;

/**
 * What a batch is to hold: the windows from the next one up to {@code last}.
 *
 * @param lastOfFile nothing follows, so it may be short
 * @param backfill SHA-256 of the file that it comes from
 * @param more readings that are stored with it, by window
 */
public record Order(
        long last, Ingest ingest, boolean lastOfFile, Optional<String> backfill, Map<Long, List<SignedReading>> more) {
    public Order {
        more = Map.copyOf(more);
    }
}
