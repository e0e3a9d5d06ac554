package org.countyledger.client;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL for all tests of this JVM, with our migration applied; it ends with the JVM. */
public final class TestDatabase {
    private static final String MIGRATION = "/db/migration/ledger/V1__ledger_client.sql";
    private static final DataSource DATABASE = start();

    private TestDatabase() {}

    public static DataSource get() {
        return DATABASE;
    }

    public static DataSource unreachable() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"localhost"});
        nowhere.setPortNumbers(new int[] {1});
        return nowhere;
    }

    private static DataSource start() {
        try {
            DataSource database = EmbeddedPostgres.start().getPostgresDatabase();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(migration());
            }
            return database;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the test database did not start", e);
        }
    }

    private static String migration() throws IOException {
        try (InputStream sql = Objects.requireNonNull(TestDatabase.class.getResourceAsStream(MIGRATION))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
