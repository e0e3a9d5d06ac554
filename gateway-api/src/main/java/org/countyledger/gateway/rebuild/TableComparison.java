package org.countyledger.gateway.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Goes through the rows of two tables side by side, without holding them. */
final class TableComparison {
    private static final int FETCHED_ROWS = 1000;

    private final ReadTable table;
    private long equal;

    TableComparison(ReadTable table) {
        this.table = table;
    }

    long equalRows() {
        return equal;
    }

    Optional<Difference> first(Connection made, Connection snapshot, String live) throws SQLException {
        try (PreparedStatement wanted = made.prepareStatement(table.rows(SpareRows.SCHEMA));
                PreparedStatement held = snapshot.prepareStatement(table.rows(live))) {
            wanted.setFetchSize(FETCHED_ROWS);
            held.setFetchSize(FETCHED_ROWS);
            try (ResultSet expected = wanted.executeQuery();
                    ResultSet found = held.executeQuery()) {
                return first(expected, found);
            }
        }
    }

    private Optional<Difference> first(ResultSet expected, ResultSet found) throws SQLException {
        while (true) {
            Optional<Row> one = next(expected);
            Optional<Row> other = next(found);
            if (one.isEmpty() && other.isEmpty()) {
                return Optional.empty();
            }
            if (!one.equals(other)) {
                return Optional.of(difference(one, other));
            }
            equal++;
        }
    }

    private record Row(String key, String content) {
        boolean isBefore(Row other) {
            return Arrays.compareUnsigned(
                            key.getBytes(StandardCharsets.UTF_8), other.key.getBytes(StandardCharsets.UTF_8))
                    < 0;
        }
    }

    private static Optional<Row> next(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(new Row(rows.getString(1), rows.getString(2))) : Optional.empty();
    }

    /** Of two keys that differ the smaller one is missing on the other side. */
    private Difference difference(Optional<Row> expected, Optional<Row> found) {
        Optional<Row> wanted = expected.filter(
                row -> !found.filter(other -> other.isBefore(row)).isPresent());
        Optional<Row> held = found.filter(
                row -> !expected.filter(other -> other.isBefore(row)).isPresent());
        String key = wanted.or(() -> held).map(Row::key).orElseThrow();
        String place = table.name().toLowerCase(Locale.ROOT) + " " + key;
        return new Difference(place, wanted.map(Row::content), held.map(Row::content));
    }
}
