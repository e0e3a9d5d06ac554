package org.countyledger.client.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One statement, one transaction. */
final class Sql {
    private static final int TIMEOUT_SECONDS = 10;

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Changes rows and says how many. */
    int change(String what, String statement, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(what, e);
        }
    }

    <T> List<T> read(String what, String query, RowReader<T> reader, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, query, values);
                ResultSet rows = prepared.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException(what, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object[] values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        prepared.setQueryTimeout(TIMEOUT_SECONDS);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            prepared.setObject(
                    i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
        }
        return prepared;
    }
}
