package org.countyledger.client.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countyledger.client.TestDatabase;
import org.countyledger.client.operation.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresBlockSinkTest {
    private final String name = "projection-" + UUID.randomUUID();

    @BeforeEach
    void makeTable() throws SQLException {
        try (Connection connection = TestDatabase.get().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists seen (name text, block bigint)");
        }
    }

    @Test
    void rows_and_checkpoint_are_written_together() throws SQLException {
        BlockSink sink = sink(this::insert);
        assertThat(sink.checkpoint()).isEmpty();

        sink.write(block(0));
        sink.write(block(1));

        assertThat(sink.checkpoint()).contains(new Checkpoint(1, block(1).hash()));
        assertThat(seen()).containsExactly(0L, 1L);
    }

    @Test
    void when_the_consumer_fails_neither_is_written() throws SQLException {
        sink(this::insert).write(block(0));
        BlockSink failing = sink((block, connection) -> {
            insert(block, connection);
            throw new SQLException("the table is full");
        });

        assertThatThrownBy(() -> failing.write(block(1))).isInstanceOf(StoreException.class);

        assertThat(failing.checkpoint()).contains(new Checkpoint(0, block(0).hash()));
        assertThat(seen()).containsExactly(0L);
    }

    @Test
    void a_block_that_another_process_has_written_is_not_written_again() throws SQLException {
        sink(this::insert).write(block(0));
        BlockSink slower = sink(this::insert);

        assertThatThrownBy(() -> slower.write(block(0))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> slower.write(block(2))).isInstanceOf(IllegalStateException.class);

        assertThat(seen()).containsExactly(0L);
    }

    private BlockSink sink(BlockConsumer consumer) {
        return new PostgresBlockSink(TestDatabase.get(), name, consumer);
    }

    private void insert(BlockSummary block, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into seen values (?, ?)")) {
            statement.setString(1, name);
            statement.setLong(2, block.number());
            statement.executeUpdate();
        }
    }

    private List<Long> seen() throws SQLException {
        List<Long> blocks = new ArrayList<>();
        try (Connection connection = TestDatabase.get().getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select block from seen where name = ? order by block")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    blocks.add(rows.getLong(1));
                }
            }
        }
        return blocks;
    }

    private static BlockSummary block(long number) {
        return new BlockSummary(number, ByteString.copyFromUtf8("hash " + number), ByteString.EMPTY, List.of());
    }
}
