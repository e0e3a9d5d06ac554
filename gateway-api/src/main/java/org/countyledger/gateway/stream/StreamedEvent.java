package org.countyledger.gateway.stream;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.record.Event.Step;
import org.countyledger.domain.record.Kind;

/**
 * An event as it is sent: what was done to which record, never by whom.
 *
 * @param id of the event: its place on the ledger
 * @param collection path segment of the record's kind
 * @param from state before; absent where the record was created
 */
@Schema(name = "StreamedEvent")
public record StreamedEvent(
        String id,
        Kind kind,
        String collection,
        String recordId,
        long seq,
        String rule,
        String action,
        Optional<String> variant,
        Optional<String> from,
        String to,
        Optional<String> town,
        Instant at,
        String txId) {

    public static StreamedEvent of(LedgerEvent event) {
        Step step = event.event().step();
        return new StreamedEvent(
                event.position().text(),
                event.kind(),
                event.kind().collection(),
                event.id(),
                event.event().seq(),
                step.rule(),
                step.action(),
                step.variant(),
                Optional.of(step.from()).filter(state -> !state.isEmpty()),
                step.to(),
                event.town(),
                event.event().at(),
                event.txId());
    }
}
