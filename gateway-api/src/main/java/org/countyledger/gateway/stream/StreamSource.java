package org.countyledger.gateway.stream;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/** How far one stream got. Used by one thread at a time. */
final class StreamSource {
    private static final int PAGE = 200;

    private final EventHub hub;
    private final EventLog log;
    private final Interest interest;
    private StreamPosition position;
    private boolean live;
    private boolean overflown;

    StreamSource(EventHub hub, EventLog log, Interest interest, StreamPosition start) {
        this.hub = hub;
        this.log = log;
        this.interest = interest;
        this.position = start;
    }

    /** What is new, as far as it is asked for: nothing is held for a client that does not read. */
    Flux<LedgerEvent> fresh() {
        return Flux.<List<LedgerEvent>>generate(this::next).concatMapIterable(page -> page, 1);
    }

    private void next(SynchronousSink<List<LedgerEvent>> sink) {
        StreamPosition tip = hub.tip();
        if (overflown || !tip.isAfter(position)) {
            live = true;
            sink.complete();
            return;
        }
        Optional<List<LedgerEvent>> recent = hub.recent(position, interest);
        if (recent.isEmpty() && live) {
            overflown = true;
            sink.complete();
        } else {
            List<LedgerEvent> page = recent.orElseGet(() -> log.after(position, interest, PAGE));
            boolean isLast = recent.isPresent() || page.size() < PAGE;
            position = isLast ? max(tip, page) : page.getLast().position();
            sink.next(page);
        }
    }

    private static StreamPosition max(StreamPosition tip, List<LedgerEvent> page) {
        return page.isEmpty() || tip.isAfter(page.getLast().position())
                ? tip
                : page.getLast().position();
    }

    /** Whether it had caught up once and then fell behind what is held. */
    boolean isOverflown() {
        return overflown;
    }
}
