package org.countyledger.gateway.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last events, so that the many streams that wait at the end need no database. */
final class RecentEvents {
    private final int most;
    private final Deque<LedgerEvent> events = new ArrayDeque<>();
    private StreamPosition before;
    private StreamPosition tip;

    /**
     * Nothing yet.
     *
     * @param tip place of the last event that is not held
     */
    RecentEvents(int most, StreamPosition tip) {
        this.most = most;
        this.before = tip;
        this.tip = tip;
    }

    synchronized void add(List<LedgerEvent> fresh) {
        for (LedgerEvent event : fresh) {
            events.addLast(event);
            tip = event.position();
            if (events.size() > most) {
                before = events.removeFirst().position();
            }
        }
    }

    synchronized StreamPosition tip() {
        return tip;
    }

    /** The wanted events after a place; empty if some of those after it are no longer held. */
    synchronized Optional<List<LedgerEvent>> after(StreamPosition position, Interest interest) {
        if (before.isAfter(position)) {
            return Optional.empty();
        }
        return Optional.of(events.stream()
                .filter(event -> event.position().isAfter(position) && interest.includes(event))
                .toList());
    }
}
