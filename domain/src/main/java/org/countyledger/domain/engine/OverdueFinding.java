package org.countyledger.domain.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.engine.Acceptance.Opened;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Idempotency;
import org.countyledger.domain.record.RecordId;

/** Opens the audit finding OVERDUE_L3; the record that is overdue is only read. */
final class OverdueFinding {
    private static final String ACTION = "declareOverdue";

    private final Tables tables;
    private final Facts facts;

    OverdueFinding(Tables tables, Facts facts) {
        this.tables = tables;
        this.facts = facts;
    }

    Accepted open(OverdueDeclaration declaration, Accepted written, Actor actor, Moment moment) {
        Header header = facts.header(declaration.kind(), declaration.id()).orElseThrow();
        Situation situation = situation(header, new Request(command(header), actor, moment));
        Opened opened = new Opened(tables, situation, header);
        Opening opening = AuditFindings.about(header, "OVERDUE_L3", moment.txId());
        Draft draft =
                opened.draft(opening, RecordId.openedByKey(declaration.key().text(), 0));
        List<Decision.Change> changes = List.of(opened.run(opening, draft));
        List<Entry> entries = new ArrayList<>(written.entries());
        entries.addAll(draft.entries());
        OpenFindings.entry(header, draft.founding(), situation).ifPresent(entries::add);
        return new Accepted(changes, entries);
    }

    private Situation situation(Header header, Request request) {
        Row row = tables.of(header.kind())
                .rows(ACTION, Optional.of(header.state()))
                .getFirst();
        return new Situation(row, Optional.of(header), request, facts);
    }

    private static Command command(Header header) {
        String nobody = Digests.sha256Hex(new byte[0]);
        return new Command(
                header.kind(),
                header.id(),
                ACTION,
                header.seq(),
                Clear.EMPTY,
                Collections.emptySortedMap(),
                new Idempotency(nobody, nobody),
                Instant.MAX,
                List.of());
    }
}
