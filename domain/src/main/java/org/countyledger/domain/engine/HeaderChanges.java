package org.countyledger.domain.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Pending;
import org.countyledger.domain.record.HeaderChange;
import org.countyledger.domain.record.HeaderChange.Tail;
import org.countyledger.domain.record.Replay;

/** Compares a header with the one before it: what its event must say so that the chain gives the header. */
final class HeaderChanges {
    private final Optional<Header> before;
    private final Header after;

    HeaderChanges(Optional<Header> before, Header after) {
        this.before = before;
        this.after = after;
    }

    /**
     * What the event's own parts do not say.
     *
     * @param clear the event's fields in clear
     * @param commitments the event's commitments
     * @param digestOnly fields of the header of which the event has the digest alone
     */
    Optional<HeaderChange> beyond(Clear clear, SortedMap<String, String> commitments, Set<String> digestOnly) {
        Clear fields = newFields();
        List<String> shown = fields.names().stream()
                .filter(name ->
                        Objects.equals(fields.values().get(name), clear.values().get(name)))
                .toList();
        List<String> apart =
                fields.names().stream().filter(digestOnly::contains).toList();
        Clear others = fields.only(fields.names().stream()
                .filter(name -> !shown.contains(name) && !apart.contains(name))
                .toList());
        List<Pending> pending = pending(Optional.of(after));
        HeaderChange change = new HeaderChange(
                changed(before.map(Header::founding), after.founding()),
                changed(before.map(Header::handling).or(() -> Optional.of(Handling.NOBODY)), after.handling()),
                changed(before.map(Header::awaited).orElse(List.of()), after.awaited()),
                flags(),
                groups(changed(pending(before), pending).isPresent() && !pending.isEmpty() ? Map.of() : commitments),
                changed(pending(before), pending),
                tail(before.map(Header::keys).orElse(List.of()), after.keys()),
                tail(before.map(Header::links).orElse(List.of()), after.links()),
                hands(),
                changed(List.of(), shown),
                changed(List.of(), apart),
                others.names().isEmpty() ? Optional.empty() : Optional.of(others));
        return change.equals(HeaderChange.NONE) ? Optional.empty() : Optional.of(change);
    }

    private Clear newFields() {
        Clear old = before.map(Header::fields).orElse(Clear.EMPTY);
        return after.fields()
                .only(after.fields().values().entrySet().stream()
                        .filter(field -> !field.getValue().equals(old.values().get(field.getKey())))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static <T> Optional<T> changed(Optional<T> before, T after) {
        return before.equals(Optional.of(after)) ? Optional.empty() : Optional.of(after);
    }

    private static <T> Optional<List<T>> changed(List<T> before, List<T> after) {
        return before.equals(after) ? Optional.empty() : Optional.of(after);
    }

    private static List<Pending> pending(Optional<Header> header) {
        return header.flatMap(Header::pending).stream().toList();
    }

    private Optional<SortedSet<String>> flags() {
        SortedSet<String> added = new TreeSet<>(after.flags());
        before.ifPresent(header -> added.removeAll(header.flags()));
        return added.isEmpty() ? Optional.empty() : Optional.of(added);
    }

    private Optional<SortedMap<String, Group>> groups(Map<String, String> commitments) {
        SortedMap<String, Group> expected = Replay.expectedGroups(before, after.founding(), commitments, after.seq());
        SortedMap<String, Group> others = new TreeMap<>(after.groups());
        others.entrySet().removeIf(entry -> Objects.equals(expected.get(entry.getKey()), entry.getValue()));
        return others.isEmpty() ? Optional.empty() : Optional.of(others);
    }

    private Optional<SortedMap<String, SortedSet<String>>> hands() {
        SortedMap<String, SortedSet<String>> hands = new TreeMap<>(after.hands());
        before.ifPresent(header -> hands.entrySet().removeAll(header.hands().entrySet()));
        return hands.isEmpty() ? Optional.empty() : Optional.of(hands);
    }

    private static <T> Optional<Tail<T>> tail(List<T> before, List<T> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        return Optional.of(new Tail<>(same, after.subList(same, after.size())));
    }
}
