package org.countyledger.client.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.countyledger.client.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresOperationStoreTest extends OperationStoreContract {
    private final OperationStore store = new PostgresOperationStore(TestDatabase.get());

    @Override
    OperationStore store() {
        return store;
    }

    @Test
    void of_many_processes_one_takes_the_operation_up() throws Exception {
        Submission anything = Submission.overdue("timer", new Submission.Target("Grievance", "1"), "ACCEPT", 1, 2);
        Operation operation = Operation.opened(
                "gateway", "EcologyMSP", anything, UUID.randomUUID().toString(), Instant.EPOCH);
        store.open(operation);
        Attempt ended = operation.lastAttempt().unsent();
        List<Callable<Boolean>> takers = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> store.retry(
                        operation.id(), ended, Attempt.started(UUID.randomUUID().toString())))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            int taken = 0;
            for (Future<Boolean> taker : threads.invokeAll(takers)) {
                taken += taker.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(store.find(operation.id()).orElseThrow().attempts()).hasSize(2);
    }

    @Test
    void a_database_that_fails_is_said_with_what_was_to_be_done() {
        OperationStore broken = new PostgresOperationStore(TestDatabase.unreachable());

        assertThatThrownBy(() -> broken.find(new UUID(0, 1)))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Reading operations failed");
    }
}
