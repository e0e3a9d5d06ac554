package org.countyledger.gateway.stream;

import java.util.Optional;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Kind;

/**
 * An event of a record with its place on the ledger.
 *
 * @param town of the record after it
 */
public record LedgerEvent(
        StreamPosition position, Kind kind, String id, String txId, Optional<String> town, Event event) {}
