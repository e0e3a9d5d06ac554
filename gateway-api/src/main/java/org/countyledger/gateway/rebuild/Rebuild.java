package org.countyledger.gateway.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.Checkpoint;
import org.countyledger.gateway.projection.Projection;
import org.countyledger.gateway.projection.Projector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes the read tables again from block 0 and puts them in the place of those in use, in one step and at the same block
 * or a later one. Gateways may run: what they wrote meanwhile is read from the chain as well.
 */
public final class Rebuild {
    private final LedgerClient client;
    private final DataSource database;
    private final Projector projector;

    public Rebuild(LedgerClient client, DataSource database, Projector projector) {
        this.client = client;
        this.database = database;
        this.projector = projector;
    }

    /**
     * What was read, and how long reading and writing it took.
     *
     * @param block the last one
     * @param transactions of all kinds, valid or not
     */
    public record Done(long block, long transactions, Duration took) {
        public long transactionsPerSecond() {
            return transactions * Duration.ofSeconds(1).toNanos() / Math.max(1, took.toNanos());
        }
    }

    /**
     * Does it.
     *
     * @throws RebuildException if it cannot be done; then the tables are as they were
     */
    public Done run() {
        long began = System.nanoTime();
        try (SpareRows spare = SpareRows.open(database, projector)) {
            ChainReading reading = new ChainReading(Optional.empty(), client.height() - 1, spare::write);
            Checkpoint read = reading.run(client);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Done(replace(spare, read).block(), reading.transactions(), took);
        } catch (SQLException e) {
            throw new RebuildException("The database did not do it: " + e.getMessage(), e);
        }
    }

    private Checkpoint replace(SpareRows spare, Checkpoint read) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                // No gateway writes a block from here on.
                jdbc.sql("lock table ledger_checkpoint in share row exclusive mode")
                        .update();
                Checkpoint end = new ChainReading(Optional.of(read), liveBlock(jdbc), spare::write).run(client);
                for (ReadTable table : ReadTable.values()) {
                    jdbc.sql("truncate " + table.in(spare.live())).update();
                    jdbc.sql("insert into " + table.in(spare.live()) + " select * from " + table.in(SpareRows.SCHEMA))
                            .update();
                }
                move(jdbc, end);
                connection.commit();
                return end;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static long liveBlock(JdbcClient jdbc) {
        return jdbc.sql("select block from ledger_checkpoint where name = ?")
                .param(Projection.NAME)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private static void move(JdbcClient jdbc, Checkpoint checkpoint) {
        jdbc.sql("""
            insert into ledger_checkpoint (name, block, hash) values (?, ?, ?)
            on conflict (name) do update set block = excluded.block, hash = excluded.hash""")
                .params(Projection.NAME, checkpoint.block(), checkpoint.hash().toByteArray())
                .update();
    }
}
