package org.countyledger.gateway.projection;

import java.sql.Timestamp;
import java.util.Optional;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of blocks, gathered in the order of the chain. */
final class BlockRows {
    private static final String SEPARATOR = ",";
    private static final String TRANSACTION = """
            insert into ledger_transaction (tx_id, block, code, at, client_org, endorsers, kind, record_id, seq)
            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?)
            on conflict (tx_id) do nothing""";
    private static final String HEADER = """
            insert into record (kind, id, seq, state, owner_org, handling_org, handling_dept, town_code,
                created_block, changed_block, changed_at, header, longitude_microdegrees, latitude_microdegrees)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, id) do update set seq = excluded.seq, state = excluded.state,
                handling_org = excluded.handling_org, handling_dept = excluded.handling_dept,
                changed_block = excluded.changed_block, changed_at = excluded.changed_at, header = excluded.header""";
    private static final String CLOCK = """
            insert into record_clock (kind, id, name, n, state, due_at, provisional, resident_window)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, id, name, n) do update set state = excluded.state, due_at = excluded.due_at,
                provisional = excluded.provisional""";
    private static final String LINK = """
            insert into record_link (kind, id, rel, to_kind, to_id) values (?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String EVENT = """
            insert into record_event (kind, id, seq, tx_id, block, tx_index, event_index, rule, variant, at,
                town_code, dept, event)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OVERLAY = """
            insert into record_overlay (kind, id, name, value) values (?, ?, ?, ?)
            on conflict (kind, id, name) do update set value = excluded.value""";
    private static final String ENTRY = """
            insert into ledger_entry (key, value) values (?, ?)
            on conflict (key) do update set value = excluded.value""";

    private final RowBatch batch = new RowBatch();

    void write(JdbcTemplate jdbc) {
        batch.write(jdbc);
    }

    /** A transaction id stands twice on the chain if an orderer took its envelope twice: the first verdict counts. */
    void transaction(Placed placed, Invocation invocation, Optional<Subject> subject) {
        TransactionSummary transaction = placed.transaction();
        batch.add(
                TRANSACTION,
                transaction.txId(),
                placed.block(),
                transaction.committed().code(),
                Timestamp.from(transaction.timestamp()),
                transaction.clientMspId(),
                String.join(SEPARATOR, invocation.endorserMspIds()),
                subject.map(about -> about.kind().wireName()).orElse(null),
                subject.map(Subject::id).orElse(null),
                subject.flatMap(Subject::seq).orElse(null));
    }

    void header(Header header, String text, long block) {
        batch.add(
                HEADER,
                header.kind().wireName(),
                header.id(),
                header.seq(),
                header.state(),
                header.founding().ownerOrg(),
                header.handling().org().orElse(null),
                header.handling().dept().orElse(null),
                header.founding().townCode().orElse(null),
                block,
                block,
                Timestamp.from(header.position().at()),
                text,
                header.fields().integer("longitudeMicrodegrees").orElse(null),
                header.fields().integer("latitudeMicrodegrees").orElse(null));
        header.clocks().forEach(clock -> clock(header, clock));
        header.links().forEach(link -> link(header, link));
    }

    private void clock(Header header, Clock clock) {
        batch.add(
                CLOCK,
                header.kind().wireName(),
                header.id(),
                clock.name(),
                clock.n(),
                clock.state().name(),
                Timestamp.from(clock.dueAt()),
                clock.provisional().isPresent(),
                clock.window());
    }

    private void link(Header header, Header.Link link) {
        batch.add(
                LINK,
                header.kind().wireName(),
                header.id(),
                link.rel(),
                link.kind().wireName(),
                link.id());
    }

    /**
     * An event and its place.
     *
     * @param n counts the events of one transaction from 0
     * @param after the record as the same transaction left it
     */
    record EventRow(EventKey key, Placed placed, int n, String text, Optional<Header> after) {}

    void event(EventRow row) {
        Event event = CanonicalJson.read(row.text(), Event.class);
        batch.add(
                EVENT,
                row.key().kind().wireName(),
                row.key().id(),
                row.key().seq(),
                row.placed().transaction().txId(),
                row.placed().block(),
                row.placed().index(),
                row.n(),
                event.step().rule(),
                event.step().variant().orElse(null),
                Timestamp.from(event.at()),
                row.after().flatMap(header -> header.founding().townCode()).orElse(null),
                row.after().flatMap(header -> header.handling().dept()).orElse(null),
                row.text());
    }

    void overlay(OverlayKey key, String text) {
        batch.add(OVERLAY, key.kind().wireName(), key.id(), key.name(), text);
    }

    void entry(LedgerKey key, String text) {
        batch.add(ENTRY, key.text(), text);
    }
}
