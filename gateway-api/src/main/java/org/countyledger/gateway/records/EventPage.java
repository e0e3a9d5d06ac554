package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Event;

/**
 * Part of a record's events, oldest first.
 *
 * @param nextAfter sequence to go on after; absent at the end
 */
record EventPage(List<Item> items, Optional<Long> nextAfter, AsOf asOf) {

    /** An event with the transaction and the block that hold it. */
    @Schema(name = "EventItem")
    record Item(Event event, String txId, long block) {}
}
