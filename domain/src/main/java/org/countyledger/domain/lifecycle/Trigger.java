package org.countyledger.domain.lifecycle;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** The moment from which a row is allowed, so that a timer knows when to take it. */
@FunctionalInterface
public interface Trigger {

    /** Empty while the moment is not known, e.g. because the clock does not run. */
    Optional<Instant> moment(Header header, BiFunction<Kind, String, Optional<Header>> records);

    /** When the clock of this name is over. */
    static Trigger elapsed(String clock) {
        return (header, records) -> header.clock(clock)
                .filter(started -> started.state() == Clock.State.RUNNING)
                .filter(started -> !Windows.isAwaited(header, clock))
                .filter(started -> started.provisional().isEmpty())
                .map(Clock::dueAt);
    }

    /** The moment that stands in a field of the record. */
    static Trigger atField(String field) {
        return (header, records) -> header.fields().text(field).map(Instant::parse);
    }

    /** As soon as the linked record is in one of these states. */
    static Trigger linkedIn(String rel, State... states) {
        return (header, records) -> header.link(rel)
                .flatMap(link -> records.apply(link.kind(), link.id()))
                .filter(linked ->
                        Arrays.stream(states).anyMatch(state -> state.name().equals(linked.state())))
                .map(linked -> linked.position().since());
    }

    /** Whichever is first. */
    default Trigger or(Trigger other) {
        return (header, records) -> Stream.of(moment(header, records), other.moment(header, records))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** As soon as the state is reached. */
    static Trigger atOnce() {
        return (header, records) -> Optional.of(header.position().since());
    }
}
