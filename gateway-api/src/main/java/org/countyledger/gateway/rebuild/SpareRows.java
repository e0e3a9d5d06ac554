package org.countyledger.gateway.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.gateway.projection.Projector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The read tables a second time, empty at first, in a schema of their own that goes when this is closed. */
final class SpareRows implements AutoCloseable {
    static final String SCHEMA = "projection_spare";
    private static final long LOCK = 0x636f756e74794cL;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final Projector projector;
    private final String live;

    private SpareRows(Connection connection, Projector projector) throws SQLException {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.projector = projector;
        this.live = connection.getSchema();
    }

    /**
     * Makes the tables. Only one process may have them.
     *
     * @throws RebuildException if another process has them now
     */
    static SpareRows open(DataSource database, Projector projector) throws SQLException {
        Connection connection = database.getConnection();
        try {
            SpareRows spare = new SpareRows(connection, projector);
            spare.create();
            return spare;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void create() throws SQLException {
        if (!jdbc.sql("select pg_try_advisory_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single()) {
            throw new RebuildException("The read tables are being rebuilt or compared by another process");
        }
        // These rows are made again after a crash: nobody has to wait for the disk.
        jdbc.sql("set synchronous_commit to off").update();
        drop();
        jdbc.sql("create schema " + SCHEMA).update();
        for (ReadTable table : ReadTable.values()) {
            jdbc.sql("create unlogged table " + table.in(SCHEMA) + " (like " + table.in(live) + " including all)")
                    .update();
        }
        connection.setSchema(SCHEMA);
        connection.setAutoCommit(false);
    }

    /** Schema of the tables in use. */
    String live() {
        return live;
    }

    /** Writes blocks that follow those written before. */
    void write(List<BlockSummary> blocks) {
        try {
            projector.acceptAnew(blocks, connection);
            connection.commit();
        } catch (SQLException e) {
            throw new RebuildException("Blocks from " + blocks.getFirst().number() + " on could not be written", e);
        }
    }

    private void drop() {
        jdbc.sql("drop schema if exists " + SCHEMA + " cascade").update();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setSchema(live);
            drop();
            jdbc.sql("reset synchronous_commit").update();
            jdbc.sql("select pg_advisory_unlock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
        }
    }
}
