package org.countyledger.risk.features;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * A record at one of its events, with what became of it.
 *
 * @param number the record
 * @param event which of its events, from 1
 * @param life when it was opened and closed
 */
public record LabelledRecord(String number, int event, Life life, Map<String, String> fields, boolean yes) {
    /** When a record was opened and closed. */
    public record Life(LocalDateTime openedAt, LocalDateTime closedAt) {}

    public LabelledRecord {
        fields = Map.copyOf(fields);
    }
}
