package org.countyledger.oracle.anchor;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.countyledger.oracle.sensor.SignedReading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signed readings by window. Methods that change something belong into the caller's transaction. */
@Component
public final class ReadingStore {
    private static final String INSERT = """
            insert into reading (datastream, window_number, at_micros, sensor, milli, cose)
            select ?, * from unnest(?, ?, ?, ?, ?) on conflict do nothing""";

    private final JdbcClient sql;
    private final JdbcTemplate bulk;

    ReadingStore(JdbcClient sql, JdbcTemplate bulk) {
        this.sql = sql;
        this.bulk = bulk;
    }

    /** A moment at which a sensor measured. */
    public record Key(String sensor, Instant at) {}

    /** Live readings that wait for their window to close. */
    public record Pending(Optional<Long> newest, Instant arrived) {}

    /**
     * Locks a datastream until the end of the transaction, and makes it known.
     *
     * @param next the window that the ledger expects
     * @return number of the first window that still takes readings
     */
    public long lock(String datastream, long next) {
        sql.sql("insert into datastream (id, closed_before) values (?, ?) on conflict (id) do nothing")
                .params(datastream, next)
                .update();
        long closed = sql.sql("select closed_before from datastream where id = ? for update")
                .param(datastream)
                .query(Long.class)
                .single();
        return Math.max(closed, next);
    }

    void close(String datastream, long before) {
        sql.sql("update datastream set closed_before = ? where id = ?")
                .params(before, datastream)
                .update();
    }

    public void arrived(String datastream, Instant at) {
        sql.sql("update datastream set arrived_at = ? where id = ?")
                .params(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), datastream)
                .update();
    }

    List<String> datastreams() {
        return sql.sql("select id from datastream").query(String.class).list();
    }

    /** Values that are there for these moments. */
    public Map<Key, Long> values(String datastream, Map<Key, Long> windows) {
        Map<Key, Long> values = new HashMap<>();
        sql.sql("""
                        select sensor, at_micros, milli from reading
                        where datastream = ? and window_number = any(?) and at_micros = any(?)""")
                .params(
                        datastream,
                        windows.values().toArray(Long[]::new),
                        windows.keySet().stream().map(key -> micros(key.at())).toArray(Long[]::new))
                .query(row -> {
                    values.put(new Key(row.getString(1), instant(row.getLong(2))), row.getLong(3));
                });
        return values;
    }

    /** Adds what is not there; by window number. */
    public void add(String datastream, Map<Long, List<SignedReading>> byWindow) {
        List<Row> rows = new ArrayList<>();
        byWindow.forEach((window, readings) -> readings.forEach(reading -> rows.add(new Row(window, reading))));
        if (!rows.isEmpty()) {
            int unused = bulk.update(connection -> insert(connection, datastream, rows));
        }
    }

    private record Row(long window, SignedReading reading) {}

    /** One statement for all rows: an array for each column. */
    private static PreparedStatement insert(Connection connection, String datastream, List<Row> rows)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setString(1, datastream);
        insert.setArray(2, array(connection, "bigint", rows, Row::window));
        insert.setArray(
                3, array(connection, "bigint", rows, row -> micros(row.reading().at())));
        insert.setArray(4, array(connection, "text", rows, row -> row.reading().sensor()));
        insert.setArray(
                5, array(connection, "bigint", rows, row -> row.reading().milli()));
        byte[][] messages = rows.stream().map(row -> row.reading().cose()).toArray(byte[][]::new);
        insert.setArray(6, connection.createArrayOf("bytea", messages));
        return insert;
    }

    private static Array array(Connection connection, String type, List<Row> rows, Function<Row, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    /** Readings of these windows, by window number. */
    NavigableMap<Long, List<SignedReading>> range(String datastream, long first, long last) {
        NavigableMap<Long, List<SignedReading>> byWindow = new TreeMap<>();
        sql.sql("""
                        select window_number, sensor, at_micros, milli, cose from reading
                        where datastream = ? and window_number between ? and ?""").params(datastream, first, last).query(row -> {
            byWindow.computeIfAbsent(row.getLong(1), window -> new ArrayList<>())
                    .add(new SignedReading(row.getString(2), instant(row.getLong(3)), row.getLong(4), row.getBytes(5)));
        });
        return byWindow;
    }

    Pending pending(String datastream, long next) {
        return sql.sql("""
                        select (select max(window_number) from reading where datastream = d.id and window_number >= ?) newest,
                            coalesce(arrived_at, to_timestamp(0)) arrived
                        from datastream d where id = ?""")
                .params(next, datastream)
                .query((row, n) -> new Pending(
                        Optional.ofNullable(row.getObject("newest", Long.class)),
                        row.getObject("arrived", OffsetDateTime.class).toInstant()))
                .single();
    }

    /** Readings that are not on the ledger yet. */
    public long count(String datastream, long next) {
        return sql.sql("select count(*) from reading where datastream = ? and window_number >= ?")
                .params(datastream, next)
                .query(Long.class)
                .single();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
