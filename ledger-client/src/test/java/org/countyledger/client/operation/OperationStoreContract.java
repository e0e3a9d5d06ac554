package org.countyledger.client.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.countyledger.domain.record.Idempotency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store promises. */
abstract class OperationStoreContract {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.123456Z");
    private static final Committed IN_BLOCK_7 = new Committed(0, 7);
    private static final byte[] ENVELOPE = {1, 2, 3};

    private final String tag = "ab".repeat(16) + UUID.randomUUID().toString().replace("-", "");

    abstract OperationStore store();

    @Test
    void what_was_opened_is_found_by_its_id_and_by_its_transaction() {
        Operation operation = opened("gateway");

        assertThat(store().open(operation)).isTrue();

        assertThat(store().find(operation.id())).contains(operation);
        assertThat(store().findByTransaction(operation.lastAttempt().txId())).contains(operation);
        assertThat(store().find(UUID.randomUUID())).isEmpty();
        assertThat(store().findByTransaction("unheard-of")).isEmpty();
    }

    @Test
    void an_open_command_is_not_opened_twice_and_an_ended_one_may_be() {
        Operation first = opened("gateway");
        Operation second = opened("gateway");
        store().open(first);

        assertThat(store().open(second)).isFalse();
        assertThat(store().find(second.id())).isEmpty();
        assertThat(store().findOpen("CivilAffairsMSP", key())).contains(first);
        assertThat(store().findOpen("AuditMSP", key())).isEmpty();

        store().settle(first.id(), Settlement.failed(first.lastAttempt().unsent(), unavailable(first)));
        assertThat(store().open(second)).isTrue();
        assertThat(store().findOpen("CivilAffairsMSP", key())).contains(second);
    }

    @Test
    void what_has_no_idempotency_key_is_never_a_twin() {
        Submission overdue = Submission.overdue("timer", new Submission.Target("Grievance", "1"), "ACCEPT", 1, 2);
        Operation first = Operation.opened("gateway", "EcologyMSP", overdue, txId(), AT);
        Operation second = Operation.opened("gateway", "EcologyMSP", overdue, txId(), AT);

        assertThat(store().open(first)).isTrue();
        assertThat(store().open(second)).isTrue();
        assertThat(store().find(first.id())).contains(first);
    }

    @Test
    void an_envelope_is_stored_once_and_kept_until_the_end() {
        Operation operation = opened("gateway");
        String txId = operation.lastAttempt().txId();
        store().open(operation);
        assertThat(store().envelope(txId)).isEmpty();

        assertThat(store().seal(txId, ENVELOPE)).isTrue();
        assertThat(store().seal(txId, new byte[] {9})).isFalse();
        assertThat(store().envelope(txId)).contains(ENVELOPE);

        store().settle(operation.id(), Settlement.valid(operation.lastAttempt().committedAs(IN_BLOCK_7), "{}"));
        assertThat(store().envelope(txId)).isEmpty();
    }

    @Test
    void a_valid_operation_has_its_answer_and_receipt() {
        Operation operation = opened("gateway");
        store().open(operation);
        Settlement valid = Settlement.valid(operation.lastAttempt().committedAs(IN_BLOCK_7), "{\"seq\":1}");

        assertThat(store().settle(operation.id(), valid)).isTrue();

        assertThat(store().find(operation.id())).contains(operation.settled(valid));
    }

    @Test
    void an_ended_operation_stays_as_it_is() {
        Operation operation = opened("gateway");
        store().open(operation);
        Settlement valid = Settlement.valid(operation.lastAttempt().committedAs(IN_BLOCK_7), "{}");
        store().settle(operation.id(), valid);

        assertThat(store().settle(
                                operation.id(),
                                Settlement.failed(operation.lastAttempt().unsent(), unavailable(operation))))
                .isFalse();
        assertThat(store().retry(operation.id(), operation.lastAttempt().unsent(), Attempt.started(txId())))
                .isFalse();

        assertThat(store().find(operation.id())).contains(operation.settled(valid));
    }

    @Test
    void an_unknown_operation_stays_open_with_its_envelope() {
        Operation operation = opened("gateway");
        String txId = operation.lastAttempt().txId();
        store().open(operation);
        store().seal(txId, ENVELOPE);
        Settlement unknown = Settlement.failed(
                operation.lastAttempt().sealed(), new LedgerFailure.SubmitUnknown(txId, "nobody took it"));

        assertThat(store().settle(operation.id(), unknown)).isTrue();

        assertThat(store().find(operation.id())).contains(operation.settled(unknown));
        assertThat(store().envelope(txId)).contains(ENVELOPE);
        assertThat(store().findOpen("CivilAffairsMSP", key())).contains(operation.settled(unknown));
    }

    @Test
    void a_lost_attempt_is_followed_by_another_and_still_leads_to_the_operation() {
        Operation operation = opened("gateway");
        store().open(operation);
        store().seal(operation.lastAttempt().txId(), ENVELOPE);
        store().settle(
                        operation.id(),
                        Settlement.failed(
                                operation.lastAttempt().sealed(),
                                new LedgerFailure.SubmitUnknown(
                                        operation.lastAttempt().txId(), "")));
        Attempt lost = operation.lastAttempt().committedAs(new Committed(11, 8));
        Attempt next = Attempt.started(txId());

        assertThat(store().retry(operation.id(), lost, next)).isTrue();

        Operation retried = operation.retried(lost, next);
        assertThat(store().find(operation.id())).contains(retried);
        assertThat(store().findByTransaction(lost.txId())).contains(retried);
        assertThat(store().findByTransaction(next.txId())).contains(retried);
        assertThat(store().retry(operation.id(), lost, Attempt.started(txId()))).isFalse();
    }

    @Test
    void a_process_that_was_overtaken_can_neither_seal_nor_settle() {
        Operation operation = opened("gateway");
        Attempt mine = operation.lastAttempt();
        store().open(operation);
        Attempt theirs = Attempt.started(txId());
        store().retry(operation.id(), mine.unsent(), theirs);

        assertThat(store().seal(mine.txId(), ENVELOPE)).isFalse();
        assertThat(store().settle(operation.id(), Settlement.failed(mine.unsent(), unavailable(operation))))
                .isFalse();
        assertThat(store().seal(theirs.txId(), ENVELOPE)).isTrue();
        assertThat(store().retry(operation.id(), theirs.unsent(), Attempt.started(txId())))
                .isFalse();
    }

    @Test
    void open_operations_are_listed_by_owner_oldest_first() {
        String owner = "gateway-" + UUID.randomUUID();
        Submission anything = Submission.overdue("timer", new Submission.Target("Grievance", "1"), "ACCEPT", 1, 2);
        Operation later = Operation.opened(owner, "EcologyMSP", anything, txId(), AT.plusSeconds(1));
        Operation earlier = Operation.opened(owner, "EcologyMSP", anything, txId(), AT);
        Operation ended = Operation.opened(owner, "EcologyMSP", anything, txId(), AT);
        List.of(later, earlier, ended).forEach(store()::open);
        store().settle(ended.id(), Settlement.repeated(ended.lastAttempt(), "{}", "the-first"));

        assertThat(store().findOpen(owner)).containsExactly(earlier, later);
        assertThat(store().find(ended.id()).orElseThrow().receiptTxId()).contains("the-first");
    }

    static Stream<LedgerFailure> failures() {
        String txId = txId();
        return Stream.of(
                new LedgerFailure.EvaluateFailed(txId, "detail"),
                new LedgerFailure.EndorseFailed(txId, "detail"),
                new LedgerFailure.Refused(txId, "STALE_SEQ", "Z03", "Someone was faster."),
                new LedgerFailure.CommitInvalid(txId, new Committed(11, 9)),
                new LedgerFailure.SubmitUnknown(txId, "detail"),
                new LedgerFailure.Deadline(txId, LedgerFailure.Stage.ENDORSE),
                new LedgerFailure.Unavailable(txId, LedgerFailure.Stage.ENDORSE, "detail"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_is_read_back_as_it_was(LedgerFailure failure) {
        Submission anything = Submission.overdue("timer", new Submission.Target("Grievance", "1"), "ACCEPT", 1, 2);
        Operation operation = Operation.opened(
                "gateway-" + UUID.randomUUID(), "EcologyMSP", anything, failure.txId() + UUID.randomUUID(), AT);
        LedgerFailure ours = withTxId(failure, operation.lastAttempt().txId());
        store().open(operation);
        Attempt last = ours instanceof LedgerFailure.CommitInvalid invalid
                ? operation.lastAttempt().committedAs(invalid.committed())
                : operation.lastAttempt().unsent();

        store().settle(operation.id(), Settlement.failed(last, ours));

        assertThat(store().find(operation.id()).orElseThrow().failure()).isEqualTo(Optional.of(ours));
    }

    private static LedgerFailure withTxId(LedgerFailure failure, String txId) {
        return switch (failure) {
            case LedgerFailure.EvaluateFailed f -> new LedgerFailure.EvaluateFailed(txId, f.detail());
            case LedgerFailure.EndorseFailed f -> new LedgerFailure.EndorseFailed(txId, f.detail());
            case LedgerFailure.Refused f -> new LedgerFailure.Refused(txId, f.code(), f.rule(), f.sentence());
            case LedgerFailure.CommitInvalid f -> new LedgerFailure.CommitInvalid(txId, f.committed());
            case LedgerFailure.SubmitUnknown f -> new LedgerFailure.SubmitUnknown(txId, f.detail());
            case LedgerFailure.Deadline f -> new LedgerFailure.Deadline(txId, f.stage());
            case LedgerFailure.Unavailable f -> new LedgerFailure.Unavailable(txId, f.stage(), f.detail());
        };
    }

    private Operation opened(String owner) {
        Submission submission = new Submission(
                "clerk",
                "submit",
                List.of("{\"kind\":\"Grievance\",\"text\":\"投诉 \\\"x\\\", {a,b}\"}"),
                new Submission.Target("Grievance", "g-1"),
                Optional.of(key()),
                true);
        return Operation.opened(owner, "CivilAffairsMSP", submission, txId(), AT);
    }

    private Idempotency key() {
        return new Idempotency(tag, "cd".repeat(32));
    }

    private static LedgerFailure unavailable(Operation operation) {
        return new LedgerFailure.Unavailable(
                operation.lastAttempt().txId(), LedgerFailure.Stage.ENDORSE, "nobody is there");
    }

    private static String txId() {
        return UUID.randomUUID().toString();
    }
}
