package org.countyledger.gateway.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All events in the ledger's order, out of the read tables. Blocks, so it is for virtual threads. */
@Component
public final class EventLog {
    private static final String SELECT = """
            select block, tx_index, event_index, kind, id, tx_id, town_code, event from record_event
            where (block, tx_index, event_index) > (:block, :tx, :event)""";
    private static final String ORDER = " order by block, tx_index, event_index limit :most";

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first events after a place. */
    List<LedgerEvent> after(StreamPosition position, int most) {
        return statement(SELECT + ORDER, position, most)
                .query((row, n) -> read(row))
                .list();
    }

    /** The first events after a place that somebody wants. */
    public List<LedgerEvent> after(StreamPosition position, Interest interest, int most) {
        String conditions = " and kind = any(:kinds)"
                + (interest.town().isPresent() ? " and town_code = :town" : "")
                + (interest.id().isPresent() ? " and id = :id" : "");
        JdbcClient.StatementSpec statement = statement(SELECT + conditions + ORDER, position, most)
                .param("kinds", interest.kinds().stream().map(Kind::wireName).toArray(String[]::new));
        interest.town().ifPresent(town -> statement.param("town", town));
        interest.id().ifPresent(id -> statement.param("id", id));
        return statement.query((row, n) -> read(row)).list();
    }

    private JdbcClient.StatementSpec statement(String sql, StreamPosition position, int most) {
        return jdbc.sql(sql)
                .param("block", position.block())
                .param("tx", position.tx())
                .param("event", position.event())
                .param("most", most);
    }

    /** Place of the last event. */
    public StreamPosition last() {
        return jdbc.sql("""
            select block, tx_index, event_index from record_event
            order by block desc, tx_index desc, event_index desc limit 1""").query((row, n) -> position(row)).optional().orElse(StreamPosition.START);
    }

    private static StreamPosition position(ResultSet row) throws SQLException {
        return new StreamPosition(row.getLong("block"), row.getInt("tx_index"), row.getInt("event_index"));
    }

    private static LedgerEvent read(ResultSet row) throws SQLException {
        return new LedgerEvent(
                position(row),
                Kind.ofWireName(row.getString("kind")),
                row.getString("id"),
                row.getString("tx_id"),
                Optional.ofNullable(row.getString("town_code")),
                CanonicalJson.read(row.getString("event"), Event.class));
    }
}
