package org.countyledger.gateway.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.records.AsOf;

/**
 * Part of an inbox, due first.
 *
 * @param nextCursor for the part behind it; absent at the end
 * @param accessRecord the trace of the private values in it; absent if there are none
 */
record TaskPage(List<Item> items, Optional<String> nextCursor, AsOf asOf, Optional<String> accessRecord) {

    /**
     * One record with something to do.
     *
     * @param dueAt of the duty that is due first
     * @param risk for {@code include=risk}: of each purpose the last score
     */
    @Schema(name = "Task")
    record Item(
            Kind kind,
            String id,
            long seq,
            String state,
            Text label,
            Instant dueAt,
            Header header,
            List<RiskHint> risk) {}
}
