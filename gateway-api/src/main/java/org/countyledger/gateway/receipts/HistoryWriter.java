package org.countyledger.gateway.receipts;

import java.util.List;
import java.util.Set;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Allowed;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.gateway.language.Labels;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Inventory;
import org.countyledger.gateway.projection.Deadlines;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.Records;
import org.countyledger.gateway.projection.Records.EventRange;
import org.countyledger.gateway.receipts.Receipt.HistoryStep;
import org.countyledger.gateway.receipts.Receipt.Possibility;
import org.springframework.stereotype.Component;

/** What was done about a record, and what its resident can do now. */
@Component
final class HistoryWriter {
    private static final int MOST = 500;
    private static final Set<String> MACHINES = Set.of(Role.CONDUIT.name(), Role.SYSTEM_TIMER.name());

    private final Engine engine;
    private final Records records;
    private final LedgerFacts facts;
    private final Labels labels;
    private final Inventory inventory;

    HistoryWriter(Engine engine, Records records, LedgerFacts facts, Labels labels, Inventory inventory) {
        this.engine = engine;
        this.records = records;
        this.facts = facts;
        this.labels = labels;
        this.inventory = inventory;
    }

    List<HistoryStep> steps(Header header) {
        return records.events(header.kind(), header.id(), new EventRange(0, MOST)).stream()
                .map(stored -> step(stored.event()))
                .toList();
    }

    HistoryStep step(Event event) {
        return new HistoryStep(
                CountyTime.day(event.at()),
                by(event.doer()),
                labels.action(event.step().action()));
    }

    private Text by(Event.Doer doer) {
        if (MACHINES.contains(doer.role())) {
            return labels.by(doer.role().equals(Role.CONDUIT.name()) ? "RESIDENT" : "TIMER");
        }
        return doer.dept().map(inventory::department).orElseGet(() -> Text.same(doer.org()));
    }

    List<Possibility> possibilities(Header header) {
        Actor conduit = Actor.machine(header.founding().ownerOrg(), Role.CONDUIT);
        List<Allowed> open = engine.allowed(header, conduit, facts);
        return engine.tables().of(header.kind()).rowsFrom(header.state()).stream()
                .filter(row -> row.inForce() && row.who().stream().anyMatch(Who.Key.class::isInstance))
                .filter(row -> isOpen(row, open))
                .map(row -> new Possibility(labels.action(row.action()), Deadlines.until(row, header)))
                .toList();
    }

    private static boolean isOpen(Row row, List<Allowed> open) {
        return open.stream()
                .anyMatch(allowed ->
                        allowed.rule().equals(row.rule()) && allowed.action().equals(row.action()));
    }
}
