package org.countyledger.domain.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
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
                .filter(started -> started.provisional().isEmpty())
                .map(Clock::dueAt);
    }

    /** As soon as the state is reached. */
    static Trigger atOnce() {
        return (header, records) -> Optional.of(header.position().since());
    }
}
