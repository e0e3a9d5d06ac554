package org.countyledger.domain.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
        List<String> shown = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        Map<String, Object> others = new TreeMap<>();
        eachNew(before.map(header -> header.fields().values()), after.fields().values(), (name, value) -> {
            boolean isShown = value.equals(clear.values().get(name));
            if (isShown) {
                shown.add(name);
            }
            if (digestOnly.contains(name)) {
                apart.add(name);
            } else if (!isShown) {
                others.put(name, value);
            }
        });
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
                others.isEmpty() ? Optional.empty() : Optional.of(new Clear(others)));
        return change.isNothing() ? Optional.empty() : Optional.of(change);
    }

    /** Goes over both in their order, which is the same, and tells what is not as it was. */
    private static <V> void eachNew(
            Optional<SortedMap<String, V>> before, SortedMap<String, V> after, BiConsumer<String, V> each) {
        if (before.isEmpty()) {
            after.forEach(each);
            return;
        }
        if (isShared(before.get(), after)) {
            return;
        }
        Iterator<Map.Entry<String, V>> old = before.get().entrySet().iterator();
        Optional<Map.Entry<String, V>> known = next(old);
        for (Map.Entry<String, V> entry : after.entrySet()) {
            while (known.isPresent() && known.get().getKey().compareTo(entry.getKey()) < 0) {
                known = next(old);
            }
            if (known.isEmpty()
                    || !known.get().getKey().equals(entry.getKey())
                    || !known.get().getValue().equals(entry.getValue())) {
                each.accept(entry.getKey(), entry.getValue());
            }
        }
    }

    /** What a step did not touch is the same object; whether two are equal is found out one by one. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isShared(Object before, Object after) {
        return before == after;
    }

    private static <V> Optional<Map.Entry<String, V>> next(Iterator<Map.Entry<String, V>> entries) {
        return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }

    private static <T> Optional<T> changed(Optional<T> before, T after) {
        return before.equals(Optional.of(after)) ? Optional.empty() : Optional.of(after);
    }

    private static <T> Optional<List<T>> changed(List<T> before, List<T> after) {
        return before.equals(after) ? Optional.empty() : Optional.of(after);
    }

    private static List<Pending> pending(Optional<Header> header) {
        return header.flatMap(Header::pending).map(List::of).orElse(List.of());
    }

    private Optional<SortedSet<String>> flags() {
        if (after.flags().isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> added = new TreeSet<>(after.flags());
        before.ifPresent(header -> added.removeAll(header.flags()));
        return added.isEmpty() ? Optional.empty() : Optional.of(added);
    }

    private Optional<SortedMap<String, Group>> groups(Map<String, String> commitments) {
        SortedMap<String, Group> others = new TreeMap<>();
        eachNew(before.map(Header::groups), after.groups(), (name, group) -> {
            if (!isNext(name, group, commitments)) {
                others.put(name, group);
            }
        });
        addUnmoved(commitments, others);
        return others.isEmpty() ? Optional.empty() : Optional.of(others);
    }

    private boolean isNext(String name, Group group, Map<String, String> commitments) {
        return Optional.ofNullable(commitments.get(name))
                .filter(commitment -> Replay.isNextGroup(before, after, name, commitment, group))
                .isPresent();
    }

    /** Groups that the command names and that stay as they were, where the event alone would make the next value of them. */
    private void addUnmoved(Map<String, String> commitments, SortedMap<String, Group> others) {
        for (Map.Entry<String, String> named : commitments.entrySet()) {
            Optional<Group> group = after.group(named.getKey());
            if (group.isPresent()
                    && !Replay.isNextGroup(before, after, named.getKey(), named.getValue(), group.get())) {
                others.put(named.getKey(), group.get());
            }
        }
    }

    private Optional<SortedMap<String, SortedSet<String>>> hands() {
        SortedMap<String, SortedSet<String>> hands = new TreeMap<>();
        eachNew(before.map(Header::hands), after.hands(), (duty, staff) -> hands.put(duty, staff));
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
