package org.countyledger.gateway.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records out of the projection. Blocks, so it is for virtual threads. */
@Component
public final class Records {
    private final JdbcClient jdbc;
    private final LedgerFacts facts;

    Records(JdbcClient jdbc, LedgerFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    public Optional<StoredRecord> find(Kind kind, String id) {
        return facts.header(kind, id).map(header -> new StoredRecord(header, overlays(kind, id)));
    }

    private SortedMap<String, Clear> overlays(Kind kind, String id) {
        SortedMap<String, Clear> overlays = new TreeMap<>();
        jdbc.sql("select name, value from record_overlay where kind = ? and id = ?")
                .params(kind.wireName(), id)
                .query(row -> {
                    overlays.put(row.getString("name"), CanonicalJson.read(row.getString("value"), Clear.class));
                });
        return overlays;
    }

    /** Events after this sequence, oldest first. */
    public List<StoredEvent> events(Kind kind, String id, EventRange range) {
        return jdbc.sql("""
                        select tx_id, block, event from record_event
                        where kind = ? and id = ? and seq > ? order by seq limit ?""")
                .params(kind.wireName(), id, range.after(), range.most())
                .query((row, n) -> new StoredEvent(
                        CanonicalJson.read(row.getString("event"), Event.class),
                        row.getString("tx_id"),
                        row.getLong("block")))
                .list();
    }

    /** Part of a record's events. */
    public record EventRange(long after, int most) {}

    /** Newest first. */
    public List<Listed> list(RecordQuery query) {
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, n) -> new Listed(
                        CanonicalJson.read(row.getString("header"), Header.class), row.getLong("created_block")))
                .list();
    }

    /** Access records about a record and those that it opened, newest first. */
    public List<Listed> looksAt(RecordRef record, int most) {
        return jdbc.sql("""
                        select r.header, r.created_block from record r
                        join record_link l on l.kind = r.kind and l.id = r.id and l.rel = 'subject'
                        where r.kind = :access and ((l.to_kind = :kind and l.to_id = :id) or exists (
                            select from record_link opened where opened.rel = :parent
                                and opened.to_kind = :kind and opened.to_id = :id
                                and opened.kind = l.to_kind and opened.id = l.to_id))
                        order by r.created_block desc, r.id limit :most""")
                .params(Map.of(
                        "access", Kind.ACCESS_RECORD.wireName(),
                        "kind", record.kind().wireName(),
                        "id", record.id(),
                        "parent", Header.Link.PARENT,
                        "most", most))
                .query((row, n) -> new Listed(
                        CanonicalJson.read(row.getString("header"), Header.class), row.getLong("created_block")))
                .list();
    }

    /** A record of a list, with its place in it. */
    public record Listed(Header header, long createdBlock) {
        public Cursor cursor() {
            return new Cursor(createdBlock, header.id());
        }
    }
}
