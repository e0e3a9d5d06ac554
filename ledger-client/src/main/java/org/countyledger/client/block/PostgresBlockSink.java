package org.countyledger.client.block;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.countyledger.client.operation.StoreException;

/**
 * Rows and checkpoint in one PostgreSQL transaction; the table is made by {@code db/migration/ledger}. Two processes may
 * use one name: the checkpoint is moved on from exactly the block before, so each block is written once.
 */
public final class PostgresBlockSink implements BlockSink {
    private static final String READ = "select block, hash from ledger_checkpoint where name = ?";
    private static final String MOVE = """
            insert into ledger_checkpoint as held (name, block, hash) values (?, ?, ?)
            on conflict (name) do update set block = excluded.block, hash = excluded.hash
            where held.block = excluded.block - 1
            """;

    private final DataSource database;
    private final String name;
    private final BlockConsumer consumer;

    /**
     * A sink with a checkpoint of its own.
     *
     * @param name of the checkpoint: one for each projection
     */
    public PostgresBlockSink(DataSource database, String name, BlockConsumer consumer) {
        this.database = database;
        this.name = name;
        this.consumer = consumer;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Checkpoint(row.getLong(1), ByteString.copyFrom(row.getBytes(2))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreException("Reading the checkpoint " + name, e);
        }
    }

    @Override
    public void write(BlockSummary block) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // First the checkpoint: its row lock lets only one process write this block.
                move(connection, block);
                consumer.accept(block, connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException("Writing block " + block.number() + " of " + name, e);
        }
    }

    private void move(Connection connection, BlockSummary block) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setString(1, name);
            statement.setLong(2, block.number());
            statement.setBytes(3, block.hash().toByteArray());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("block " + block.number() + " does not follow the checkpoint " + name);
            }
        }
    }
}
