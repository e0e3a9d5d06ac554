package org.countyledger.domain.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.TestCounty;

/**
 * A bank clerk's own book: money leaves once for each household and month, never before the county confirmed the benefit,
 * and never by a hand that surveyed, judged or decided.
 */
final class Money {
    private static final Set<String> DECIDES = Set.of("A28", "A52", "A03");
    private static final Set<String> JUDGES = Set.of("A12", "A18", "A19", "A27", "A28", "A29");
    private static final Set<String> PAYS = Set.of("A34", "A36", "K62", "K63", "K64");

    private final TestCounty county;
    private final Set<String> decided = new HashSet<>();
    private final Set<String> months = new HashSet<>();
    private final Map<String, Integer> paid = new HashMap<>();
    private final Map<String, Set<String>> judges = new HashMap<>();
    private final Map<String, Set<String>> payers = new HashMap<>();
    private final SortedMap<String, Integer> paidByMonth = new TreeMap<>();

    Money(TestCounty county) {
        this.county = county;
    }

    void check(Change change) {
        Header header = change.header();
        Event event = change.event();
        String rule = event.step().rule();
        String household = header.kind() == Kind.DISBURSEMENT
                ? header.link(Header.Link.PARENT).orElseThrow().id()
                : header.id();
        if (DECIDES.contains(rule)) {
            decided.add(household);
        }
        hands(household, event, rule);
        switch (rule) {
            case "K61" -> {
                require(decided.contains(household), "paid before the county confirmed", header);
                require(months.add(household + header.fields().text("month")), "a month was instructed twice", header);
            }
            case "K64" -> pay(household, header, 1);
            case "K70" -> pay(household, header, -1);
            default -> {}
        }
    }

    private void hands(String household, Event event, String rule) {
        Map<String, Set<String>> side = JUDGES.contains(rule) ? judges : payers;
        if (JUDGES.contains(rule) || PAYS.contains(rule)) {
            event.doer()
                    .staff()
                    .ifPresent(staff -> side.computeIfAbsent(household, unused -> new HashSet<>())
                            .add(staff));
            Set<String> both = new HashSet<>(judges.getOrDefault(household, Set.of()));
            both.retainAll(payers.getOrDefault(household, Set.of()));
            if (!both.isEmpty()) {
                throw new AssertionError("who judged " + household + " also pays: " + both);
            }
        }
    }

    private void pay(String household, Header header, int amount) {
        String month = header.fields().text("month").orElseThrow();
        int now = paid.merge(household + month, amount, Integer::sum);
        require(now == 0 || now == 1, "a month was paid twice", header);
        paidByMonth.merge(month, amount, Integer::sum);
    }

    private static void require(boolean holds, String otherwise, Header header) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + header.kind() + " " + header.id());
        }
    }

    /** Month to number of payments that left and did not come back. */
    SortedMap<String, Integer> paidByMonth() {
        return paidByMonth;
    }

    /** The same, from nothing but the events that stand on the ledger. */
    SortedMap<String, Integer> recomputed() {
        SortedMap<String, Integer> sums = new TreeMap<>();
        for (Header header : county.ledger().headers()) {
            if (header.kind() == Kind.DISBURSEMENT) {
                for (Event event : county.ledger().events(header.kind(), header.id())) {
                    int amount = switch (event.step().rule()) {
                        case "K64" -> 1;
                        case "K70" -> -1;
                        default -> 0;
                    };
                    if (amount != 0) {
                        sums.merge(header.fields().text("month").orElseThrow(), amount, Integer::sum);
                    }
                }
            }
        }
        return sums;
    }
}
