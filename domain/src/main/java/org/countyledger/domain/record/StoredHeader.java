package org.countyledger.domain.record;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Header.Pending;
import org.countyledger.domain.record.Header.Position;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/**
 * A header as it stands on the ledger: without what follows from its other parts. A header is written with every step, so what
 * is empty is left out, and a private value says only its number where it stands in its owner's collection under the record's
 * own key (docs/decisions/0038-a-header-says-nothing-twice.md).
 */
record StoredHeader(
        Founding founding,
        Position position,
        Handling handling,
        Optional<List<Clock>> clocks,
        Optional<List<AwaitedClock>> awaited,
        Optional<SortedSet<String>> flags,
        Optional<SortedMap<String, StoredGroup>> groups,
        Optional<Pending> pending,
        Optional<List<RecordKey>> keys,
        Optional<List<Link>> links,
        Optional<SortedMap<String, SortedSet<String>>> hands,
        Optional<Clear> fields) {

    /**
     * The last private value of a group.
     *
     * @param n number of the value in the collection, unless {@code key} says where else it stands
     * @param org MSP id of the organisation that holds it, if that is not the record's owner
     * @param key where it stands, if that is not under the record's own key
     */
    record StoredGroup(String commitment, long seq, Optional<Long> n, Optional<String> org, Optional<ContentKey> key) {

        static StoredGroup of(Founding founding, String name, Group group) {
            ContentKey own = new ContentKey(
                    founding.kind(), founding.id(), name, group.key().n());
            boolean isOwn = group.key().equals(own);
            return new StoredGroup(
                    group.commitment(),
                    group.seq(),
                    isOwn ? Optional.of(own.n()) : Optional.empty(),
                    Optional.of(group.org()).filter(org -> !org.equals(founding.ownerOrg())),
                    isOwn ? Optional.empty() : Optional.of(group.key()));
        }

        Group in(Founding founding, String name) {
            return new Group(
                    commitment,
                    seq,
                    org.orElse(founding.ownerOrg()),
                    key.orElseGet(() -> new ContentKey(
                            founding.kind(),
                            founding.id(),
                            name,
                            n.orElseThrow(() -> new IllegalArgumentException("a group has a number or a key")))));
        }
    }

    static StoredHeader of(Header header) {
        SortedMap<String, StoredGroup> groups = new TreeMap<>();
        header.groups().forEach((name, group) -> groups.put(name, StoredGroup.of(header.founding(), name, group)));
        return new StoredHeader(
                header.founding(),
                header.position(),
                header.handling(),
                unless(header.clocks().isEmpty(), header.clocks()),
                unless(header.awaited().isEmpty(), header.awaited()),
                unless(header.flags().isEmpty(), header.flags()),
                unless(groups.isEmpty(), groups),
                header.pending(),
                unless(header.keys().isEmpty(), header.keys()),
                unless(header.links().isEmpty(), header.links()),
                unless(header.hands().isEmpty(), header.hands()),
                unless(header.fields().names().isEmpty(), header.fields()));
    }

    private static <T> Optional<T> unless(boolean isEmpty, T part) {
        return isEmpty ? Optional.empty() : Optional.of(part);
    }

    Header header() {
        SortedMap<String, Group> whole = new TreeMap<>();
        groups.ifPresent(all -> all.forEach((name, group) -> whole.put(name, group.in(founding, name))));
        return new Header(
                founding,
                position,
                handling,
                clocks.orElse(List.of()),
                awaited.orElse(List.of()),
                flags.orElse(Header.NO_FLAGS),
                whole,
                pending,
                keys.orElse(List.of()),
                links.orElse(List.of()),
                hands.orElse(new TreeMap<>()),
                fields.orElse(Clear.EMPTY));
    }

    /** How {@link CanonicalJson} writes and reads headers; others see the whole record. */
    @JsonSerialize(converter = Writer.class)
    @JsonDeserialize(converter = Reader.class)
    interface Form {}

    static final class Writer extends StdConverter<Header, StoredHeader> {
        @Override
        public StoredHeader convert(Header header) {
            return of(header);
        }
    }

    static final class Reader extends StdConverter<StoredHeader, Header> {
        @Override
        public Header convert(StoredHeader stored) {
            return stored.header();
        }
    }
}
