package org.countyledger.gateway.timer;

import java.time.Instant;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.record.Clock;

/** Something that a timer does once time allows it. */
sealed interface Act {

    /** From when on. */
    Instant at();

    /** Takes a row of the record's table. */
    record TakeRow(Instant at, Row row) implements Act {}

    /** Declares a clock overdue at the next level. */
    record DeclareOverdue(Instant at, Clock clock, int level) implements Act {}

    /** Gives a provisional clock its due date. */
    record FixDue(Instant at, Clock clock) implements Act {}
}
