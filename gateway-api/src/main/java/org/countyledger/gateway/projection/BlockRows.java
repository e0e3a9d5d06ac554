package org.countyledger.gateway.projection;

import java.sql.Timestamp;
import java.util.Optional;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of one block over its connection. */
final class BlockRows {
    private static final String TRANSACTION = """
            insert into ledger_transaction (tx_id, block, code, at, client_org, endorsers, kind, record_id, seq)
            values (:txId, :block, :code, :at, :client, :endorsers, :kind, :id, :seq)
            on conflict (tx_id) do nothing""";
    private static final String HEADER = """
            insert into record (kind, id, seq, state, owner_org, handling_org, handling_dept, town_code,
                created_block, changed_block, changed_at, header)
            values (:kind, :id, :seq, :state, :owner, :handlingOrg, :handlingDept, :town, :block, :block, :at, :header)
            on conflict (kind, id) do update set seq = excluded.seq, state = excluded.state,
                handling_org = excluded.handling_org, handling_dept = excluded.handling_dept,
                changed_block = excluded.changed_block, changed_at = excluded.changed_at, header = excluded.header""";
    private static final String CLOCK = """
            insert into record_clock (kind, id, name, n, state, due_at, provisional, resident_window)
            values (:kind, :id, :name, :n, :state, :dueAt, :provisional, :window)
            on conflict (kind, id, name, n) do update set state = excluded.state, due_at = excluded.due_at,
                provisional = excluded.provisional""";
    private static final String LINK = """
            insert into record_link (kind, id, rel, to_kind, to_id) values (:kind, :id, :rel, :toKind, :toId)
            on conflict do nothing""";
    private static final String EVENT = """
            insert into record_event (kind, id, seq, tx_id, block, event)
            values (:kind, :id, :seq, :txId, :block, :event)""";
    private static final String OVERLAY = """
            insert into record_overlay (kind, id, name, value) values (:kind, :id, :name, :value)
            on conflict (kind, id, name) do update set value = excluded.value""";
    private static final String ENTRY = """
            insert into ledger_entry (key, value) values (:key, :value)
            on conflict (key) do update set value = excluded.value""";

    private final JdbcClient jdbc;
    private final long block;

    BlockRows(JdbcClient jdbc, long block) {
        this.jdbc = jdbc;
        this.block = block;
    }

    /** A transaction id stands twice on the chain if an orderer took its envelope twice: the first verdict counts. */
    void transaction(TransactionSummary transaction, Invocation invocation, Optional<Subject> subject) {
        jdbc.sql(TRANSACTION)
                .param("txId", transaction.txId())
                .param("block", block)
                .param("code", transaction.committed().code())
                .param("at", Timestamp.from(transaction.timestamp()))
                .param("client", transaction.clientMspId())
                .param("endorsers", invocation.endorserMspIds().toArray(String[]::new))
                .param("kind", subject.map(about -> about.kind().wireName()).orElse(null))
                .param("id", subject.map(Subject::id).orElse(null))
                .param("seq", subject.flatMap(Subject::seq).orElse(null))
                .update();
    }

    void header(Header header, String text) {
        jdbc.sql(HEADER)
                .param("kind", header.kind().wireName())
                .param("id", header.id())
                .param("seq", header.seq())
                .param("state", header.state())
                .param("owner", header.founding().ownerOrg())
                .param("handlingOrg", header.handling().org().orElse(null))
                .param("handlingDept", header.handling().dept().orElse(null))
                .param("town", header.founding().townCode().orElse(null))
                .param("block", block)
                .param("at", Timestamp.from(header.position().at()))
                .param("header", text)
                .update();
        header.clocks().forEach(clock -> clock(header, clock));
        header.links().forEach(link -> link(header, link));
    }

    private void clock(Header header, Clock clock) {
        jdbc.sql(CLOCK)
                .param("kind", header.kind().wireName())
                .param("id", header.id())
                .param("name", clock.name())
                .param("n", clock.n())
                .param("state", clock.state().name())
                .param("dueAt", Timestamp.from(clock.dueAt()))
                .param("provisional", clock.provisional().isPresent())
                .param("window", clock.window())
                .update();
    }

    private void link(Header header, Header.Link link) {
        jdbc.sql(LINK)
                .param("kind", header.kind().wireName())
                .param("id", header.id())
                .param("rel", link.rel())
                .param("toKind", link.kind().wireName())
                .param("toId", link.id())
                .update();
    }

    void event(EventKey key, String txId, String text) {
        jdbc.sql(EVENT)
                .param("kind", key.kind().wireName())
                .param("id", key.id())
                .param("seq", key.seq())
                .param("txId", txId)
                .param("block", block)
                .param("event", text)
                .update();
    }

    void overlay(OverlayKey key, String text) {
        jdbc.sql(OVERLAY)
                .param("kind", key.kind().wireName())
                .param("id", key.id())
                .param("name", key.name())
                .param("value", text)
                .update();
    }

    void entry(LedgerKey key, String text) {
        jdbc.sql(ENTRY).param("key", key.text()).param("value", text).update();
    }
}
