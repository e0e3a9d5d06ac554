package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.countyledger.client.block.PostgresBlockSink;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.PostgresOperationStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole client over its real store. */
class PostgresClientTest {
    private final Harness harness = new Harness(new PostgresOperationStore(TestDatabase.get()));

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void a_lost_race_is_stored_attempt_by_attempt() {
        harness.ledger.judgeNext(11);

        Operation operation =
                harness.client().submit(Harness.moving(UUID.randomUUID().toString()));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(harness.store.find(operation.id()))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("createdAt")
                .isEqualTo(operation);
    }

    @Test
    void many_at_once_are_all_resolved_each_by_one_transaction() throws Exception {
        LedgerClient client = harness.client();
        List<Future<Operation>> running;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() ->
                            client.submit(Harness.creating(UUID.randomUUID().toString()))))
                    .toList();
        }

        for (Future<Operation> operation : running) {
            assertThat(operation.get().state()).isEqualTo(OperationState.VALID);
            assertThat(operation.get().attempts()).hasSize(1);
        }
        assertThat(new HashSet<>(harness.submitted())).hasSize(100);
    }

    @Test
    void blocks_are_followed_into_tables() {
        LedgerClient client = harness.client();
        PostgresBlockSink sink = new PostgresBlockSink(TestDatabase.get(), "end to end", (block, connection) -> {});
        client.submit(Harness.creating(UUID.randomUUID().toString()));

        try (BlockFollower follower = client.follow("end to end", sink)) {
            Eventually.holds(() -> follower.checkpoint()
                    .filter(checkpoint -> checkpoint.block() == 1)
                    .isPresent());
        }
        assertThat(sink.checkpoint()).isPresent();
    }
}
