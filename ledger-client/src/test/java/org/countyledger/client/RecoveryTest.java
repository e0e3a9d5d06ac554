package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.client.Harness.creating;
import static org.countyledger.client.Harness.moving;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.countyledger.client.operation.Attempt;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.OperationStore;
import org.hyperledger.fabric.protos.common.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process dies somewhere on the way; the next one finds only what was stored. */
class RecoveryTest {
    private final OperationStore store = new InMemoryOperationStore();
    private final Harness harness = new Harness(store);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void what_died_before_its_envelope_was_stored_is_endorsed_under_a_new_id() {
        harness.first.endorsesOnce(txId -> {
            Waits.sleep(Duration.ofSeconds(1));
            return FakePeer.ACCEPTED;
        });
        UUID id = startAndDie();

        Operation operation = resolve(id);

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.attempts())
                .extracting(Attempt::state)
                .containsExactly(Attempt.State.UNSENT, Attempt.State.VALID);
        assertThat(harness.submitted()).containsExactly(operation.lastAttempt().txId());
    }

    @Test
    void what_died_after_its_envelope_was_stored_is_sent_again_unchanged() {
        harness.first.submitsOnce(envelope -> {}, envelope -> {}, envelope -> {}, envelope -> {});
        LedgerClient client = harness.client();
        UUID id = client.start(creating("one")).id();
        await(() -> !harness.first.submitted().isEmpty());
        client.close();

        Operation operation = resolve(id);

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.attempts()).hasSize(1);
        assertThat(harness.first.submitted())
                .containsOnly(harness.first.submitted().getFirst());
    }

    @Test
    void what_was_committed_meanwhile_is_only_looked_up() {
        Envelope[] taken = new Envelope[1];
        harness.first.alwaysSubmits(envelope -> taken[0] = envelope);
        LedgerClient client = harness.client();
        UUID id = client.start(creating("one")).id();
        await(() -> taken[0] != null);
        client.close();
        harness.ledger.order(taken[0]);
        int sentBefore = harness.submitted().size();

        Operation operation = resolve(id);

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.answer()).contains(FakePeer.ACCEPTED);
        assertThat(harness.submitted()).hasSize(sentBefore);
    }

    @Test
    void a_race_lost_before_the_restart_is_tried_again_after_it() {
        harness.first.submitsOnce(envelope -> {}, envelope -> {}, envelope -> {}, envelope -> {});
        LedgerClient client = harness.client();
        UUID id = client.start(moving("one")).id();
        await(() -> !harness.first.submitted().isEmpty());
        client.close();
        harness.ledger.judgeNext(11);
        harness.ledger.order(harness.first.submitted().getFirst());

        Operation operation = resolve(id);

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.attempts())
                .extracting(Attempt::state)
                .containsExactly(Attempt.State.INVALID, Attempt.State.VALID);
    }

    @Test
    void an_envelope_is_not_sent_when_another_process_has_taken_the_operation_up() {
        harness.first.endorsesOnce(txId -> {
            Operation operation = store.findByTransaction(txId).orElseThrow();
            store.retry(operation.id(), operation.lastAttempt().unsent(), Attempt.started("taken-up-elsewhere"));
            return FakePeer.ACCEPTED;
        });

        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.PENDING);
        assertThat(operation.lastAttempt().txId()).isEqualTo("taken-up-elsewhere");
        assertThat(harness.submitted()).isEmpty();
    }

    @Test
    void the_operations_of_another_owner_are_left_alone() {
        Operation foreign =
                Operation.opened("oracle", TestIdentities.MSP, creating("one"), "foreign", java.time.Instant.EPOCH);
        store.open(foreign);

        harness.client().submit(creating("two"));

        assertThat(store.find(foreign.id())).contains(foreign);
    }

    private UUID startAndDie() {
        LedgerClient client = harness.client();
        UUID id = client.start(creating("one")).id();
        await(() -> !harness.first.endorsed().isEmpty());
        client.close();
        return id;
    }

    private Operation resolve(UUID id) {
        assertThat(store.find(id)).get().extracting(Operation::state).isEqualTo(OperationState.PENDING);
        LedgerClient next = harness.client();
        await(() -> store.find(id).orElseThrow().state() != OperationState.PENDING);
        assertThat(next.operation(id)).isEqualTo(store.find(id));
        assertThat(store.findOpen(Harness.OWNER)).isEqualTo(List.of());
        return store.find(id).orElseThrow();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        Eventually.holds(condition);
    }
}
