package org.countyledger.domain.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.record.AwaitedClock;
import org.countyledger.domain.record.AwaitedClock.Document;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Header.Pending;
import org.countyledger.domain.record.Header.PolicyRef;
import org.countyledger.domain.record.Header.Position;
import org.countyledger.domain.record.RecordKey;

/** A header in the making, and what else the transition writes. Lives within one decision. */
public final class Draft {

    /** A value under a key that is no header and no event. */
    public record Entry(LedgerKey key, Object value) {}

    /** A private value that an organisation is to hold no longer; its commitment stays. */
    public record Purge(String mspId, ContentKey key) {}

    private Founding founding;
    private Handling handling;
    private final List<Clock> clocks;
    private final List<AwaitedClock> awaited;
    private SortedSet<String> flags;
    private SortedMap<String, Group> groups;
    private Optional<Pending> pending;
    private List<RecordKey> keys;
    private List<Link> links;
    private SortedMap<String, SortedSet<String>> hands;
    private boolean ownsGroups;
    private boolean ownsHands;
    private Clear fields;
    private Clear eventOnly = Clear.EMPTY;
    private Optional<Document> delivered = Optional.empty();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Purge> purges = new ArrayList<>();

    private Draft(Header start) {
        founding = start.founding();
        handling = start.handling();
        clocks = new ArrayList<>(start.clocks());
        awaited = new ArrayList<>(start.awaited());
        flags = start.flags();
        groups = start.groups();
        pending = start.pending();
        keys = start.keys();
        links = start.links();
        hands = start.hands();
        fields = start.fields();
    }

    public static Draft of(Header header) {
        return new Draft(header);
    }

    /** A record that does not exist yet; {@code position} is replaced when it is finished. */
    public static Draft founded(Founding founding, Position position) {
        return new Draft(new Header(
                founding,
                position,
                Handling.NOBODY,
                List.of(),
                List.of(),
                new TreeSet<>(),
                new TreeMap<>(),
                Optional.empty(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                Clear.EMPTY));
    }

    public Header finish(Position position) {
        groups = Collections.unmodifiableSortedMap(groups);
        hands = Collections.unmodifiableSortedMap(hands);
        ownsGroups = false;
        ownsHands = false;
        return new Header(
                founding, position, handling, clocks, awaited, flags, groups, pending, keys, links, hands, fields);
    }

    public Founding founding() {
        return founding;
    }

    public Draft policy(PolicyRef ref) {
        founding = new Founding(
                founding.schemaVersion(),
                founding.kind(),
                founding.id(),
                founding.countyCode(),
                founding.townCode(),
                founding.ownerOrg(),
                Optional.of(ref),
                founding.retentionClass());
        return this;
    }

    public Clear fields() {
        return fields;
    }

    public Draft set(String name, Object value) {
        fields = fields.with(name, value);
        return this;
    }

    public Draft set(Clear more) {
        fields = fields.with(more);
        return this;
    }

    /** A computed field that stands in the header and in the event. */
    public Draft show(String name, Object value) {
        eventOnly = eventOnly.with(name, value);
        return set(name, value);
    }

    /** A computed field that stands in the event only. */
    public Draft note(String name, Object value) {
        eventOnly = eventOnly.with(name, value);
        return this;
    }

    public Clear computedForEvent() {
        return eventOnly;
    }

    public Draft flag(String name) {
        if (!flags.contains(name)) {
            flags = new TreeSet<>(flags);
            flags.add(name);
        }
        return this;
    }

    public Draft handledBy(String org, String dept) {
        handling = Handling.by(org, dept);
        return this;
    }

    /** The same department as another record's. */
    public Draft handlingOf(Header other) {
        handling = other.handling();
        return this;
    }

    public Draft group(String name, Group group) {
        if (!ownsGroups) {
            groups = new TreeMap<>(groups);
            ownsGroups = true;
        }
        groups.put(name, group);
        return this;
    }

    public SortedMap<String, Group> groups() {
        return new TreeMap<>(groups);
    }

    public Draft pending(Optional<Pending> first) {
        pending = first;
        return this;
    }

    public Draft key(RecordKey key) {
        keys = with(keys, key);
        return this;
    }

    public Draft changeKeys(UnaryOperator<RecordKey> change) {
        keys = keys.stream().map(change).toList();
        return this;
    }

    public Draft link(Link link) {
        links = with(links, link);
        return this;
    }

    private static <T> List<T> with(List<T> items, T item) {
        List<T> more = new ArrayList<>(items);
        more.add(item);
        return more;
    }

    /** The record that opened this one. */
    public Optional<Link> parentLink() {
        return links.stream().filter(link -> link.rel().equals(Link.PARENT)).findFirst();
    }

    public Draft hand(Duty duty, String staff) {
        hands(duty.name(), List.of(staff));
        return this;
    }

    /** The sets of the record as it is are shared with it, so one that grows is made anew. */
    private void hands(String duty, Collection<String> staff) {
        SortedSet<String> known = hands.getOrDefault(duty, Collections.emptySortedSet());
        if (known.containsAll(staff)) {
            return;
        }
        if (!ownsHands) {
            hands = new TreeMap<>(hands);
            ownsHands = true;
        }
        TreeSet<String> all = new TreeSet<>(known);
        all.addAll(staff);
        hands.put(duty, Collections.unmodifiableSortedSet(all));
    }

    /** Takes over who did what on the parent, so that separation holds across the two. */
    public Draft handsOf(Header parent) {
        parent.hands().forEach(this::hands);
        return this;
    }

    public List<Clock> clocks() {
        return clocks;
    }

    public List<AwaitedClock> awaited() {
        return awaited;
    }

    /** The document is proved to have been delivered: what waits for it starts. */
    public Draft deliver(Document document) {
        delivered = Optional.of(document);
        return this;
    }

    public Optional<Document> delivered() {
        return delivered;
    }

    public Draft entry(LedgerKey key, Object value) {
        entries.add(new Entry(key, value));
        return this;
    }

    public Draft purge(Purge purge) {
        purges.add(purge);
        return this;
    }

    public List<Purge> purges() {
        return List.copyOf(purges);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
