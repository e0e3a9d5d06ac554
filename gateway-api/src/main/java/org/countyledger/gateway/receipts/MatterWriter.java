package org.countyledger.gateway.receipts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.gateway.language.Labels;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Inventory;
import org.countyledger.gateway.projection.LegalBases;
import org.countyledger.gateway.projection.StoredRecord;
import org.countyledger.gateway.receipts.Receipt.Matter;
import org.countyledger.gateway.receipts.Receipt.NextStep;
import org.countyledger.gateway.receipts.Receipt.RunningClock;
import org.springframework.stereotype.Component;

/** Says of a record what everybody may know. */
@Component
final class MatterWriter {
    private final Tables tables;
    private final Labels labels;
    private final Inventory inventory;
    private final LegalBases bases;
    private final HistoryWriter history;

    MatterWriter(Tables tables, Labels labels, Inventory inventory, LegalBases bases, HistoryWriter history) {
        this.tables = tables;
        this.labels = labels;
        this.inventory = inventory;
        this.bases = bases;
        this.history = history;
    }

    /** @param demonstration each second counts as a day */
    Matter write(StoredRecord record, boolean demonstration) {
        Header header = record.header();
        State state = tables.of(header.kind()).state(header.state());
        return new Matter(
                labels.family(header.kind().family()),
                Text.of(state.label()),
                state.isTerminal(),
                department(header),
                nextStep(header),
                header.running()
                        .sorted(Comparator.comparing(Clock::dueAt))
                        .map(clock -> clock(record, clock, demonstration))
                        .toList(),
                history.steps(header),
                history.possibilities(header));
    }

    private Optional<Text> department(Header header) {
        return header.handling().dept().map(inventory::department);
    }

    private Optional<NextStep> nextStep(Header header) {
        return header.running()
                .filter(clock -> !clock.window())
                .min(Comparator.comparing(Clock::dueAt))
                .map(clock -> new NextStep(
                        labels.clock(clock.name()),
                        department(header),
                        clock.dueAt(),
                        clock.provisional().isPresent()));
    }

    private RunningClock clock(StoredRecord record, Clock clock, boolean demonstration) {
        return new RunningClock(
                labels.clock(clock.name()),
                clock.dueAt(),
                clock.provisional().isPresent(),
                demonstration ? secondsLeft(clock) : daysLeft(clock),
                record.overdueLevel(clock),
                clock.window(),
                bases.of(clock));
    }

    private static long secondsLeft(Clock clock) {
        return Duration.between(Instant.now(), clock.dueAt()).toSeconds();
    }

    /** Today counts as 0 if it is the last day; a due date is the 24:00 of it. */
    private static long daysLeft(Clock clock) {
        return ChronoUnit.DAYS.between(
                CountyTime.day(Instant.now()), CountyTime.day(clock.dueAt().minusSeconds(1)));
    }
}
