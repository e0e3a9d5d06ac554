package org.countyledger.network.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.countyledger.network.CountyException;
import org.countyledger.network.settings.Database;

/** The databases on a server, whoever runs it. */
public final class Databases {
    private static final List<String> NAMES =
            List.of(Database.GATEWAY, Database.ORACLE, Database.SCORER, Database.WATCHER);
    private static final String MAINTENANCE = "postgres";
    private static final String LIMIT_SECONDS = "2";

    private Databases() {}

    /** Why the server does not answer. */
    static Optional<String> trouble(Database database) {
        try (Connection connection = connect(database)) {
            return connection.isValid(2) ? Optional.empty() : Optional.of("the connection is not valid");
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Makes the county's databases where they are missing. */
    public static void create(Database database) {
        try (Connection connection = connect(database)) {
            for (String name : NAMES) {
                if (!exists(connection, name)) {
                    create(connection, name);
                }
            }
        } catch (SQLException e) {
            throw new CountyException(
                    "The databases " + String.join(", ", NAMES) + " cannot be made as " + database + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true));
        }
    }

    private static Connection connect(Database database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", LIMIT_SECONDS);
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(database.url(MAINTENANCE), properties);
    }
}
