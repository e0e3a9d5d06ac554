package org.countyledger.gateway.records;

import java.util.List;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.engine.Allowed;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.language.Labels;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.projection.Deadlines;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.records.AllowedResource.FieldResource;
import org.countyledger.gateway.records.AllowedResource.GroupResource;
import org.springframework.stereotype.Component;

/** What an identity may do next with a record, read from its table. */
@Component
final class AllowedActions {
    private final Engine engine;
    private final LedgerFacts facts;
    private final Labels labels;

    AllowedActions(Engine engine, LedgerFacts facts, Labels labels) {
        this.engine = engine;
        this.facts = facts;
        this.labels = labels;
    }

    List<AllowedResource> of(Header header, ClientIdentity identity) {
        Actor actor = Roster.actor(identity);
        return engine.allowed(header, actor, facts).stream()
                .map(allowed -> resource(header, actor, row(header, allowed)))
                .toList();
    }

    private Row row(Header header, Allowed allowed) {
        return engine.tables().of(header.kind()).rowsFrom(header.state()).stream()
                .filter(row -> row.rule().equals(allowed.rule()) && row.action().equals(allowed.action()))
                .findFirst()
                .orElseThrow();
    }

    private AllowedResource resource(Header header, Actor actor, Row row) {
        return new AllowedResource(
                row.rule(),
                row.action(),
                row.passage().variant(),
                labels.action(row.action()),
                actor.role().name(),
                row.arguments().fields().stream().map(FieldResource::of).toList(),
                row.arguments().staged().stream()
                        .map(staged -> new GroupResource(staged.group(), staged.required()))
                        .toList(),
                row.checks()
                        .notBefore()
                        .filter(trigger -> !row.checks().onlyTimerWaits() || actor.isTimer())
                        .flatMap(trigger -> trigger.moment(header, facts::header)),
                Deadlines.until(row, header));
    }
}
