package org.countyledger.domain.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countyledger.domain.record.Event.ClockChange;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Pending;
import org.countyledger.domain.record.Header.Position;
import org.countyledger.domain.record.HeaderChange.Tail;

/**
 * The header that a chain of events leads to, by the events alone and without any table. Two things stand beside the
 * events: the id of the last transaction, and fields that are too large to stand twice; of these the event has the digest.
 */
public final class Replay {
    private Optional<Header> header;
    private final SortedMap<String, String> apart = new TreeMap<>();

    private Replay(Optional<Header> start) {
        this.header = start;
    }

    /** What is wrong with a header and its chain of events; empty if the chain gives the header. */
    public static Optional<String> problem(Header header, List<Event> events) {
        return problem(Optional.empty(), header, events);
    }

    /** What is wrong with the events that lead from one header to another; the first is absent for a whole chain. */
    public static Optional<String> problem(Optional<Header> start, Header header, List<Event> events) {
        Replay replay = new Replay(start);
        for (Event event : events) {
            if (!replay.isNext(event)) {
                return Optional.of("event " + event.seq() + " does not follow the one before");
            }
            replay.take(event);
        }
        return replay.difference(header);
    }

    private boolean isNext(Event event) {
        return event.prevEventDigest()
                        .equals(header.map(Header::position)
                                .map(Position::lastEventDigest)
                                .orElse(Event.NO_EVENT_BEFORE))
                && event.seq() == header.map(Header::seq).orElse(0L) + 1
                && event.step().from().equals(header.map(Header::state).orElse(""))
                && (header.isPresent()
                        || event.change().flatMap(HeaderChange::founding).isPresent());
    }

    private Optional<String> difference(Header actual) {
        Optional<String> other = apart.entrySet().stream()
                .filter(field -> !field.getValue().equals(digest(actual, field.getKey())))
                .map(field -> "the field " + field.getKey() + " has another digest than its event says")
                .findFirst();
        return other.or(() -> header.map(made -> completed(made, actual)).equals(Optional.of(actual))
                ? Optional.empty()
                : Optional.of("the events lead to another header"));
    }

    private static String digest(Header actual, String field) {
        return Optional.ofNullable(actual.fields().values().get(field))
                .map(CanonicalJson::digest)
                .orElse("");
    }

    /** With what stands beside the events. */
    private Header completed(Header made, Header actual) {
        Position position = made.position();
        return new Header(
                made.founding(),
                new Position(
                        position.state(),
                        position.since(),
                        position.seq(),
                        position.at(),
                        position.lastEventDigest(),
                        actual.position().lastTxId()),
                made.handling(),
                made.clocks(),
                made.awaited(),
                made.flags(),
                made.groups(),
                made.pending(),
                made.keys(),
                made.links(),
                made.hands(),
                made.fields().with(actual.fields().only(apart.keySet())));
    }

    private void take(Event event) {
        HeaderChange change = event.change().orElse(HeaderChange.NONE);
        Optional<Header> before = header;
        Founding founding =
                change.founding().or(() -> before.map(Header::founding)).orElseThrow();
        boolean first = change.pending().filter(pending -> !pending.isEmpty()).isPresent();
        TreeMap<String, Group> groups =
                new TreeMap<>(expectedGroups(before, founding, first ? Map.of() : event.commitments(), event.seq()));
        change.groups().ifPresent(groups::putAll);
        TreeSet<String> flags = new TreeSet<>(before.map(Header::flags).orElseGet(Collections::emptySortedSet));
        change.flags().ifPresent(flags::addAll);
        TreeMap<String, SortedSet<String>> hands =
                new TreeMap<>(before.map(Header::hands).orElseGet(Collections::emptySortedMap));
        change.hands().ifPresent(hands::putAll);
        header = Optional.of(new Header(
                founding,
                position(before, event),
                change.handling().or(() -> before.map(Header::handling)).orElse(Handling.NOBODY),
                clocks(before.map(Header::clocks).orElse(List.of()), event),
                change.awaited().or(() -> before.map(Header::awaited)).orElse(List.of()),
                flags,
                groups,
                change.pending().map(Replay::onlyOne).orElseGet(() -> before.flatMap(Header::pending)),
                longer(before.map(Header::keys).orElse(List.of()), change.keys()),
                longer(before.map(Header::links).orElse(List.of()), change.links()),
                hands,
                fields(before.map(Header::fields).orElse(Clear.EMPTY), event, change)));
    }

    private static Optional<Pending> onlyOne(List<Pending> pending) {
        return pending.stream().findFirst();
    }

    private static Position position(Optional<Header> before, Event event) {
        String state = event.step().to();
        Instant since = before.map(Header::position)
                .filter(position -> position.state().equals(state))
                .map(Position::since)
                .orElse(event.at());
        return new Position(state, since, event.seq(), event.at(), event.digest(), "");
    }

    private static <T> List<T> longer(List<T> before, Optional<Tail<T>> tail) {
        return tail.map(end -> Stream.concat(before.stream().limit(end.from()), end.items().stream())
                        .toList())
                .orElse(before);
    }

    private static List<Clock> clocks(List<Clock> before, Event event) {
        List<Clock> clocks = new ArrayList<>(before);
        for (ClockChange change : event.clocks()) {
            IntStream.range(0, clocks.size())
                    .filter(i -> isOf(change, clocks.get(i)))
                    .findFirst()
                    .ifPresentOrElse(
                            i -> clocks.set(i, change.changed(clocks.get(i))),
                            () -> clocks.add(change.started(event.at())));
        }
        return clocks;
    }

    private static boolean isOf(ClockChange change, Clock clock) {
        return clock.name().equals(change.name()) && clock.n() == change.n();
    }

    private Clear fields(Clear before, Event event, HeaderChange change) {
        Clear fields = before.with(change.fields().orElse(Clear.EMPTY))
                .with(event.clear().only(change.shown().orElse(List.of())));
        change.fields().ifPresent(all -> apart.keySet().removeAll(all.names()));
        change.shown().ifPresent(apart.keySet()::removeAll);
        for (String name : change.apart().orElse(List.of())) {
            apart.put(name, event.clear().text(digestOf(name)).orElse(""));
            fields = fields.without(name);
        }
        return fields;
    }

    /** Name of the event's field that has the digest of a field of the header. */
    public static String digestOf(String field) {
        return field + "Digest";
    }

    /** The groups if each commitment names the next value of its group in the owner's collection. */
    private static SortedMap<String, Group> expectedGroups(
            Optional<Header> before, Founding founding, Map<String, String> commitments, long seq) {
        SortedMap<String, Group> groups =
                new TreeMap<>(before.map(Header::groups).orElseGet(Collections::emptySortedMap));
        commitments.forEach((name, commitment) ->
                groups.put(name, expectedGroup(before, founding, name, Objects.requireNonNull(commitment), seq)));
        return groups;
    }

    /** A group whose commitment names its next value in the owner's collection. */
    private static Group expectedGroup(
            Optional<Header> before, Founding founding, String name, String commitment, long seq) {
        ContentKey key = new ContentKey(founding.kind(), founding.id(), name, nextContent(before, name));
        return new Group(commitment, seq, founding.ownerOrg(), key);
    }

    private static long nextContent(Optional<Header> before, String name) {
        return before.isPresent() ? Math.min(before.get().nextContent(name), ContentKey.MAX_N) : 1;
    }

    /** Whether a group is what {@link #problem} takes it to be after an event that names it with this commitment. */
    public static boolean isNextGroup(
            Optional<Header> before, Header after, String name, String commitment, Group group) {
        ContentKey key = group.key();
        return group.commitment().equals(commitment)
                && group.seq() == after.seq()
                && group.org().equals(after.founding().ownerOrg())
                && key.kind() == after.kind()
                && key.id().equals(after.id())
                && key.group().equals(name)
                && key.n() == nextContent(before, name);
    }
}
