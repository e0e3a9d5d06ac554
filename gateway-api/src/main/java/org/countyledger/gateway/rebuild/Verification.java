package org.countyledger.gateway.rebuild;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.Checkpoint;
import org.countyledger.gateway.projection.Projection;
import org.countyledger.gateway.projection.Projector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Compares the read tables in use, as they are at one moment, with those that the chain gives up to the same block.
 * Gateways may run and write on.
 */
public final class Verification {
    private final LedgerClient client;
    private final DataSource database;
    private final Projector projector;

    public Verification(LedgerClient client, DataSource database, Projector projector) {
        this.client = client;
        this.database = database;
        this.projector = projector;
    }

    /**
     * What came of it.
     *
     * @param block up to which the tables were written
     * @param rows how many were found equal
     * @param difference the first one
     */
    public record Outcome(long block, long rows, Optional<Difference> difference) {}

    /**
     * Does it; nothing in use is changed.
     *
     * @throws RebuildException if it cannot be done
     */
    public Outcome run() {
        try (Connection snapshot = database.getConnection()) {
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return compare(snapshot);
            } finally {
                snapshot.rollback();
                snapshot.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                snapshot.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new RebuildException("The database did not do it: " + e.getMessage(), e);
        }
    }

    private Outcome compare(Connection snapshot) throws SQLException {
        Checkpoint live = live(snapshot);
        try (SpareRows spare = SpareRows.open(database, projector)) {
            Checkpoint chain = new ChainReading(Optional.empty(), live.block(), spare::write).run(client);
            if (!chain.hash().equals(live.hash())) {
                return new Outcome(live.block(), 0, Optional.of(Difference.ofChain(live, chain)));
            }
            return compareRows(snapshot, spare, live.block());
        }
    }

    private static Checkpoint live(Connection snapshot) {
        return JdbcClient.create(new SingleConnectionDataSource(snapshot, true))
                .sql("select block, hash from ledger_checkpoint where name = ?")
                .param(Projection.NAME)
                .query((row, n) -> new Checkpoint(row.getLong(1), ByteString.copyFrom(row.getBytes(2))))
                .optional()
                .orElseThrow(() -> new RebuildException("No block has been written to this database yet"));
    }

    private Outcome compareRows(Connection snapshot, SpareRows spare, long block) throws SQLException {
        long equal = 0;
        try (Connection made = database.getConnection()) {
            made.setAutoCommit(false);
            try {
                for (ReadTable table : ReadTable.values()) {
                    TableComparison comparison = new TableComparison(table);
                    Optional<Difference> difference =
                            table.isComparable() ? comparison.first(made, snapshot, spare.live()) : Optional.empty();
                    equal += comparison.equalRows();
                    if (difference.isPresent()) {
                        return new Outcome(block, equal, difference);
                    }
                }
            } finally {
                made.rollback();
                made.setAutoCommit(true);
            }
        }
        return new Outcome(block, equal, Optional.empty());
    }
}
