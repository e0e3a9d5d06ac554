package org.countyledger.gateway.timer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.engine.Overdue;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.StoredRecord;
import org.countyledger.gateway.projection.TimedRows;
import org.springframework.stereotype.Component;

/** What timers are to do about a record, and from when on, as far as that is known now. */
@Component
final class Agenda {
    private static final int HIGHEST_LEVEL = 3;

    private final TimedRows timed;
    private final LedgerFacts facts;

    Agenda(TimedRows timed, LedgerFacts facts) {
        this.timed = timed;
        this.facts = facts;
    }

    List<Act> of(StoredRecord record, Instant now) {
        Header header = record.header();
        Stream<Act> rows = timed.of(header).stream()
                .flatMap(row ->
                        row.checks().notBefore().flatMap(trigger -> trigger.moment(header, facts::header)).stream()
                                .map(at -> new Act.TakeRow(at, row)));
        Stream<Act> overdue = header.running().flatMap(clock -> overdue(record, clock, now).stream());
        Stream<Act> provisional = header.clocks().stream()
                .filter(clock -> clock.isLive() && clock.provisional().isPresent())
                .map(clock -> new Act.FixDue(now, clock));
        return Stream.of(rows, overdue, provisional).flatMap(acts -> acts).toList();
    }

    /** The lowest level that is not declared yet. */
    private Optional<Act> overdue(StoredRecord record, Clock clock, Instant now) {
        int level = record.overdueLevel(clock) + 1;
        return level > HIGHEST_LEVEL
                ? Optional.empty()
                : Overdue.from(clock, level, now, facts).map(at -> new Act.DeclareOverdue(at, clock, level));
    }
}
