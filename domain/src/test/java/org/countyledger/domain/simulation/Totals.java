package org.countyledger.domain.simulation;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.testing.MemoryLedger;

/** How many records stand where, and how often each rule was taken: counted step by step, and counted again at the end. */
final class Totals {
    private final SortedMap<String, Long> states = new TreeMap<>();
    private final SortedMap<String, Long> rules = new TreeMap<>();

    /** What stands on the ledger already. */
    void start(MemoryLedger ledger) {
        Totals there = recomputed(ledger);
        states.putAll(there.states);
        rules.putAll(there.rules);
    }

    void count(Optional<Header> before, Change change) {
        before.ifPresent(header -> add(states, place(header), -1));
        add(states, place(change.header()), 1);
        add(rules, change.event().step().rule(), 1);
    }

    static Totals recomputed(MemoryLedger ledger) {
        Totals totals = new Totals();
        for (Header header : ledger.headers()) {
            add(totals.states, place(header), 1);
            for (Event event : ledger.events(header.kind(), header.id())) {
                add(totals.rules, event.step().rule(), 1);
            }
        }
        return totals;
    }

    private static String place(Header header) {
        return header.kind().wireName() + " " + header.state();
    }

    private static void add(SortedMap<String, Long> counts, String name, long amount) {
        counts.merge(name, amount, Long::sum);
        counts.remove(name, 0L);
    }

    SortedMap<String, Long> states() {
        return states;
    }

    SortedMap<String, Long> rules() {
        return rules;
    }

    long steps() {
        return rules.values().stream().mapToLong(Long::longValue).sum();
    }
}
