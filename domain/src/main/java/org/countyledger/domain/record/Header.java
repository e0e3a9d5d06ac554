package org.countyledger.domain.record;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stands in clear about one record, as of its last event (domain.md 3.1). Stored under {@code H~kind~id}.
 *
 * @param founding what was settled when the record was created
 * @param position where it stands in its lifecycle
 * @param handling who must act on it now
 * @param groups the last commitment of each private group
 * @param pending the first of two submissions that only take effect together
 * @param keys residents' public keys that may sign commands about it
 * @param hands duty to the staff numbers that carried it
 * @param fields the kind's own fields
 */
public record Header(
        Founding founding,
        Position position,
        Handling handling,
        List<Clock> clocks,
        List<AwaitedClock> awaited,
        SortedSet<String> flags,
        SortedMap<String, Group> groups,
        Optional<Pending> pending,
        List<RecordKey> keys,
        List<Link> links,
        SortedMap<String, SortedSet<String>> hands,
        Clear fields) {

    public static final int SCHEMA_VERSION = 1;
    static final SortedSet<String> NO_FLAGS = Collections.emptySortedSet();

    public Header {
        clocks = List.copyOf(clocks);
        awaited = List.copyOf(awaited);
        flags = Sealed.set(flags);
        groups = Sealed.map(groups);
        keys = List.copyOf(keys);
        links = List.copyOf(links);
        hands = Sealed.map(hands);
    }

    /**
     * Settled at creation; only {@code policyRef} may move to a later version, and only by Z10.
     *
     * @param countyCode six digits, GB/T 2260
     * @param townCode nine digits, never finer; absent where the record belongs to no town
     * @param ownerOrg MSP id of the organisation that holds the private values
     * @param policyRef the policy version that the record was opened under; absent for kinds without periods
     */
    public record Founding(
            int schemaVersion,
            Kind kind,
            String id,
            String countyCode,
            Optional<String> townCode,
            String ownerOrg,
            Optional<PolicyRef> policyRef,
            String retentionClass) {}

    /**
     * Where a record stands.
     *
     * @param since time of the last change of state
     * @param seq number of the last event, from 1
     * @param at time of the last event
     */
    public record Position(String state, Instant since, long seq, Instant at, String lastEventDigest, String lastTxId) {

        /** The same, naming this digest of the last event. */
        public Position closedOver(String eventDigest) {
            return new Position(state, since, seq, at, eventDigest, lastTxId);
        }
    }

    /** The organisation (MSP id) and department that must act; both absent for records that nobody works on. */
    public record Handling(Optional<String> org, Optional<String> dept) {
        public static final Handling NOBODY = new Handling(Optional.empty(), Optional.empty());

        public static Handling by(String org, String dept) {
            return new Handling(Optional.of(org), Optional.of(dept));
        }
    }

    /** A version of a policy and the digest of its text. */
    public record PolicyRef(String id, long version, String sha256) {}

    /**
     * The last private value of a group.
     *
     * @param seq event that named it, so that {group, seq} is the document
     * @param org MSP id of the organisation whose implicit collection holds it
     * @param key where it stands there; of another record if that one's command brought it
     */
    public record Group(String commitment, long seq, String org, ContentKey key) {}

    /** A first submission that waits for the second officer (domain.md 3.1, two officers in one row). */
    public record Pending(String action, String digest, String staff, String role) {}

    /** Another record, and what it is to this one. */
    public record Link(String rel, Kind kind, String id) {
        public static final String PARENT = "parent";
    }

    /** The same at another position. */
    public Header at(Position other) {
        return new Header(
                founding, other, handling, clocks, awaited, flags, groups, pending, keys, links, hands, fields);
    }

    public Kind kind() {
        return founding.kind();
    }

    public String id() {
        return founding.id();
    }

    public long seq() {
        return position.seq();
    }

    public String state() {
        return position.state();
    }

    /** The last start of the clock of this name, whatever became of it. */
    public Optional<Clock> clock(String name) {
        for (int i = clocks.size() - 1; i >= 0; i--) {
            if (clocks.get(i).name().equals(name)) {
                return Optional.of(clocks.get(i));
            }
        }
        return Optional.empty();
    }

    public Optional<Clock> clock(String name, int n) {
        for (Clock clock : clocks) {
            if (clock.n() == n && clock.name().equals(name)) {
                return Optional.of(clock);
            }
        }
        return Optional.empty();
    }

    public Stream<Clock> running() {
        return clocks.stream().filter(clock -> clock.state() == Clock.State.RUNNING);
    }

    /** The last link of this sort: a repeated notice takes the place of the one before. */
    public Optional<Link> link(String rel) {
        return links.stream().filter(link -> link.rel().equals(rel)).reduce((first, second) -> second);
    }

    /** The last private value of this group. */
    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** Number of the next private value of a group, for its {@link ContentKey}. */
    public long nextContent(String group) {
        Group last = groups.get(group);
        return last != null && last.key().kind() == kind() && last.key().id().equals(id())
                ? last.key().n() + 1
                : 1;
    }

    public SortedSet<String> hands(String duty) {
        return hands.getOrDefault(duty, Collections.emptySortedSet());
    }

    /** Whether this officer has done anything on the record. */
    public boolean hasHandOf(String staff) {
        for (SortedSet<String> hand : hands.values()) {
            if (hand.contains(staff)) {
                return true;
            }
        }
        return false;
    }

    public static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return new TreeMap<>(map);
    }
}
