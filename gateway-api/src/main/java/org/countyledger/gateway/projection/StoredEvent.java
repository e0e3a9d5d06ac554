package org.countyledger.gateway.projection;

import org.countyledger.domain.record.Event;

/** An event with the transaction and the block that hold it. */
public record StoredEvent(Event event, String txId, long block) {}
