package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Text;

/**
 * Part of a list of records, newest first.
 *
 * @param nextCursor for the part behind it; absent at the end
 */
record RecordPage(List<Item> items, Optional<String> nextCursor, AsOf asOf) {

    /** One record of a list. */
    @Schema(name = "RecordItem")
    record Item(Kind kind, String id, long seq, String state, Text label, boolean terminal, Header header) {}
}
