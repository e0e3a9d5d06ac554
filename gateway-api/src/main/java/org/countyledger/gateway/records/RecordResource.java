package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.SortedMap;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Text;

/**
 * One record.
 *
 * @param label of its state
 * @param header as it stands on the ledger
 * @param overlays what was declared about it without moving its sequence, by name
 */
@Schema(name = "Record")
record RecordResource(
        Kind kind,
        String id,
        long seq,
        String state,
        Text label,
        boolean terminal,
        Header header,
        SortedMap<String, Clear> overlays,
        AsOf asOf) {

    static RecordResource of(Header header, State state, SortedMap<String, Clear> overlays, AsOf asOf) {
        return new RecordResource(
                header.kind(),
                header.id(),
                header.seq(),
                header.state(),
                Text.of(state.label()),
                state.isTerminal(),
                header,
                overlays,
                asOf);
    }
}
