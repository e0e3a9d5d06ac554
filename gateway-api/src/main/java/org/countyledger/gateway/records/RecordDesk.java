package org.countyledger.gateway.records;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.RecordId;
import org.countyledger.gateway.language.Labels;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LegalBases;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Records;
import org.countyledger.gateway.projection.Records.Listed;
import org.countyledger.gateway.projection.StoredEvent;
import org.countyledger.gateway.projection.StoredRecord;
import org.countyledger.gateway.records.OfficerScope.Sight;
import org.countyledger.gateway.security.Call;
import org.springframework.stereotype.Component;

/** Reads records for a caller. The position is asked first, so an answer is never older than it says. */
@Component
final class RecordDesk {
    private final Records records;
    private final LedgerReads ledger;
    private final Position position;
    private final LegalBases bases;
    private final Labels labels;
    private final OfficerScope scope;

    RecordDesk(
            Records records,
            LedgerReads ledger,
            Position position,
            LegalBases bases,
            Labels labels,
            OfficerScope scope) {
        this.records = records;
        this.ledger = ledger;
        this.position = position;
        this.bases = bases;
        this.labels = labels;
        this.scope = scope;
    }

    /** The record that the path names. */
    StoredRecord find(Lifecycle table, Call call) {
        scope.requireReader(call.caller(), table.kind());
        return records.find(table.kind(), call.path("id"))
                .filter(found -> scope.of(found.header(), call.caller()) != Sight.NOTHING)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }

    AsOf asOf() {
        return new AsOf(position.block());
    }

    RecordResource record(Lifecycle table, Call call, Consistency consistency) {
        return switch (consistency) {
            case projection -> {
                AsOf asOf = asOf();
                yield resource(table, find(table, call), call, asOf);
            }
            case ledger -> {
                scope.requireReader(call.caller(), table.kind());
                AsOf asOf = ledger.asOf();
                StoredRecord found = ledger.find(table.kind(), wellFormed(call.path("id")), call.caller())
                        .filter(read -> scope.of(read.header(), call.caller()) != Sight.NOTHING)
                        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
                yield resource(table, found, call, asOf);
            }
        };
    }

    private static String wellFormed(String id) {
        if (!RecordId.isWellFormed(id)) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return id;
    }

    private RecordResource resource(Lifecycle table, StoredRecord found, Call call, AsOf asOf) {
        return RecordResource.of(
                PublicView.of(found.header(), scope.of(found.header(), call.caller())),
                table.state(found.header().state()),
                found.overlays(),
                asOf);
    }

    RecordPage list(Lifecycle table, ListParameters parameters, Call call) {
        scope.requireReader(call.caller(), table.kind());
        AsOf asOf = asOf();
        List<Listed> found = records.list(parameters.query(table.kind(), call.caller()));
        List<Listed> page = found.subList(0, Math.min(found.size(), parameters.size()));
        Optional<String> next =
                page.size() < found.size() ? Optional.of(page.getLast().cursor().text()) : Optional.empty();
        return new RecordPage(
                page.stream()
                        .filter(listed -> scope.of(listed.header(), call.caller()) != Sight.NOTHING)
                        .map(listed -> item(table, listed, call))
                        .toList(),
                next,
                asOf);
    }

    private RecordPage.Item item(Lifecycle table, Listed listed, Call call) {
        var header = PublicView.of(listed.header(), scope.of(listed.header(), call.caller()));
        var state = table.state(header.state());
        return new RecordPage.Item(
                header.kind(),
                header.id(),
                header.seq(),
                header.state(),
                Text.of(state.label()),
                state.isTerminal(),
                header);
    }

    EventPage events(Lifecycle table, EventParameters parameters, Call call) {
        AsOf asOf = asOf();
        Header header = find(table, call).header();
        long last = header.seq();
        Sight sight = scope.of(header, call.caller());
        List<StoredEvent> events = records.events(table.kind(), call.path("id"), parameters.range());
        long end = events.isEmpty() ? last : events.getLast().event().seq();
        return new EventPage(
                events.stream()
                        .map(stored -> new EventPage.Item(
                                PublicView.of(table.kind(), stored.event(), sight), stored.txId(), stored.block()))
                        .toList(),
                end < last ? Optional.of(end) : Optional.empty(),
                asOf);
    }

    ClockResource.ClockList clocks(Lifecycle table, Call call) {
        AsOf asOf = asOf();
        StoredRecord found = find(table, call);
        return new ClockResource.ClockList(
                found.header().clocks().stream()
                        .map(clock -> clock(found, clock))
                        .toList(),
                asOf);
    }

    private ClockResource clock(StoredRecord record, Clock clock) {
        return new ClockResource(
                clock.name(),
                labels.clock(clock.name()),
                clock.n(),
                clock.state(),
                clock.startedAt(),
                clock.dueAt(),
                clock.provisional().isPresent(),
                clock.window(),
                clock.basis(),
                bases.of(clock),
                record.overdueLevel(clock));
    }
}
