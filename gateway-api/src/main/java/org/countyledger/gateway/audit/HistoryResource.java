package org.countyledger.gateway.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.projection.StoredEvent;

/**
 * Every event of a record, with what holds them together.
 *
 * @param intact whether each event names the digest of the one before, and the header that of the last
 * @param brokenAt sequence of the first event that is not as the one after it says
 */
@Schema(name = "RecordHistory")
record HistoryResource(
        Kind kind,
        String id,
        boolean intact,
        Optional<Long> brokenAt,
        String lastEventDigest,
        List<Entry> events,
        long asOfBlock) {

    /** An event, its digest, and the transaction that holds it. */
    @Schema(name = "HistoryEntry")
    record Entry(Event event, String digest, String txId, long block) {
        static Entry of(StoredEvent stored) {
            return new Entry(stored.event(), stored.event().digest(), stored.txId(), stored.block());
        }
    }

    static HistoryResource of(Header header, List<StoredEvent> stored, long asOfBlock) {
        List<Entry> events = stored.stream().map(Entry::of).toList();
        Optional<Long> broken = brokenAt(header, events);
        return new HistoryResource(
                header.kind(),
                header.id(),
                broken.isEmpty(),
                broken,
                header.position().lastEventDigest(),
                events,
                asOfBlock);
    }

    private static Optional<Long> brokenAt(Header header, List<Entry> events) {
        String expected = Event.NO_EVENT_BEFORE;
        long seq = 0;
        for (Entry entry : events) {
            if (!entry.event().prevEventDigest().equals(expected)
                    || entry.event().seq() != seq + 1) {
                return Optional.of(Math.max(1, seq));
            }
            expected = entry.digest();
            seq = entry.event().seq();
        }
        boolean isWhole = header.position().lastEventDigest().equals(expected) && header.seq() == seq;
        return isWhole ? Optional.empty() : Optional.of(seq);
    }
}
