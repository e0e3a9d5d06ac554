package org.countyledger.domain.record;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Header.Pending;

/**
 * What an event changes in the header beyond what its other parts say, so that the chain of events alone gives the header
 * ({@link Replay}). Each part is absent if it stays as it was.
 *
 * @param founding with the first event, and where the policy moves
 * @param awaited all clocks that wait for a document now
 * @param flags those that are new
 * @param groups those that are not simply the next value of the group in the owner's collection
 * @param pending the first of two submissions, or nobody's any more
 * @param hands duties with all officers that carried them
 * @param shown names of the event's fields in clear that stand in the header from now on
 * @param apart names of fields of the header of which the event has the digest alone
 * @param fields of the header that the event has not in clear
 */
public record HeaderChange(
        Optional<Founding> founding,
        Optional<Handling> handling,
        Optional<List<AwaitedClock>> awaited,
        Optional<SortedSet<String>> flags,
        Optional<SortedMap<String, Group>> groups,
        Optional<List<Pending>> pending,
        Optional<Tail<RecordKey>> keys,
        Optional<Tail<Link>> links,
        Optional<SortedMap<String, SortedSet<String>>> hands,
        Optional<List<String>> shown,
        Optional<List<String>> apart,
        Optional<Clear> fields) {
    public static final HeaderChange NONE = new HeaderChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public HeaderChange {
        awaited = awaited.map(List::copyOf);
        flags = flags.map(all -> Collections.unmodifiableSortedSet(new TreeSet<>(all)));
        groups = groups.map(all -> Collections.unmodifiableSortedMap(new TreeMap<>(all)));
        pending = pending.map(List::copyOf);
        hands = hands.map(all -> Collections.unmodifiableSortedMap(new TreeMap<>(all)));
        shown = shown.map(List::copyOf);
        apart = apart.map(List::copyOf);
    }

    /** Whether every part stays as it was. */
    public boolean isNothing() {
        return founding.isEmpty()
                && handling.isEmpty()
                && awaited.isEmpty()
                && flags.isEmpty()
                && groups.isEmpty()
                && pending.isEmpty()
                && keys.isEmpty()
                && links.isEmpty()
                && hands.isEmpty()
                && shown.isEmpty()
                && apart.isEmpty()
                && fields.isEmpty();
    }

    /**
     * The new end of a list.
     *
     * @param from how many of the items before it are as they were
     */
    public record Tail<T>(int from, List<T> items) {
        public Tail {
            items = List.copyOf(items);
        }
    }
}
