package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countyledger.client.Harness.creating;
import static org.countyledger.client.Harness.moving;

import com.google.rpc.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.client.operation.Attempt;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmitTest {
    private static final int POLICY_FAILURE = 10;
    private static final int MVCC_CONFLICT = 11;
    private static final int PHANTOM_CONFLICT = 12;

    private final Harness harness = new Harness();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void a_submitted_command_is_valid_once_a_block_says_so() {
        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.answer()).contains(FakePeer.ACCEPTED);
        assertThat(operation.receiptTxId()).contains(operation.lastAttempt().txId());
        assertThat(operation.lastAttempt().committed()).contains(new Committed(0, 1));
        assertThat(harness.store.find(operation.id())).contains(operation);
    }

    @Test
    void the_transaction_id_is_stored_before_endorsing_and_the_envelope_before_sending() {
        List<Attempt.State> seen = new ArrayList<>();
        harness.first
                .endorsesOnce(txId -> {
                    seen.add(stateOf(txId));
                    return FakePeer.ACCEPTED;
                })
                .submitsOnce(envelope -> {
                    seen.add(stateOf(FakePeer.txId(envelope)));
                    harness.ledger.order(envelope);
                });

        harness.client().submit(creating("one"));

        assertThat(seen).containsExactly(Attempt.State.STARTED, Attempt.State.SEALED);
    }

    private Attempt.State stateOf(String txId) {
        return harness.store.findByTransaction(txId).orElseThrow().lastAttempt().state();
    }

    @Test
    void a_submit_error_ends_nothing_when_the_transaction_commits_anyway() {
        harness.first.submitsOnce(envelope -> {
            harness.ledger.order(envelope);
            throw FakePeer.orderersSay("failed to submit request: request already processed");
        });

        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(harness.submitted()).containsExactlyElementsOf(Harness.txIds(operation));
    }

    @Test
    void what_no_block_shows_is_sent_again_byte_for_byte() {
        harness.first.submitsOnce(envelope -> {}, envelope -> {});

        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(harness.first.submitted())
                .hasSize(3)
                .containsOnly(harness.first.submitted().getFirst());
    }

    @Test
    void an_envelope_ordered_twice_keeps_the_verdict_of_its_first_occurrence() {
        harness.first.submitsOnce(envelope -> {
            harness.ledger.order(envelope);
            harness.ledger.order(envelope);
        });

        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.lastAttempt().committed()).contains(new Committed(0, 1));
    }

    @Test
    void without_a_block_it_stays_unknown_and_is_resolved_later_under_the_same_id() {
        harness.first.alwaysSubmits(envelope -> {});
        LedgerClient client = harness.client(Harness.impatient());

        Operation unknown = client.submit(creating("one"));
        assertThat(unknown.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(unknown.failure()).containsInstanceOf(LedgerFailure.SubmitUnknown.class);
        assertThat(unknown.receiptTxId()).isEmpty();

        harness.first.alwaysSubmits(harness.ledger::order);
        Eventually.holds(() -> client.followUnknown(unknown.id()).orElseThrow().state() == OperationState.VALID);
        Operation resolved = client.operation(unknown.id()).orElseThrow();
        assertThat(Harness.txIds(resolved)).isEqualTo(Harness.txIds(unknown));
        assertThat(harness.submitted()).containsOnly(unknown.lastAttempt().txId());
    }

    @Test
    void what_stayed_unknown_is_resolved_by_the_sweep_alone() {
        harness.first.alwaysSubmits(envelope -> {});
        LedgerClient client = harness.client(Harness.sweeping());
        Operation unknown = client.submit(creating("one"));
        harness.first.alwaysSubmits(harness.ledger::order);

        Eventually.holds(() -> client.operation(unknown.id()).orElseThrow().state() == OperationState.VALID);

        assertThat(harness.submitted()).containsOnly(unknown.lastAttempt().txId());
    }

    @Test
    void a_refusal_keeps_code_rule_and_sentence_and_sends_nothing() {
        harness.first.endorsesOnce(txId -> {
            throw FakePeer.firstEndorserSays("chaincode response 500, WRONG_ROLE|A09|Only a town clerk may | accept.");
        });

        Operation operation = harness.client().submit(moving("one"));

        assertThat(operation.state()).isEqualTo(OperationState.REFUSED);
        assertThat(operation.failure())
                .contains(new LedgerFailure.Refused(
                        operation.lastAttempt().txId(), "WRONG_ROLE", "A09", "Only a town clerk may | accept."));
        assertThat(operation.lastAttempt().state()).isEqualTo(Attempt.State.UNSENT);
        assertThat(harness.submitted()).isEmpty();
        assertThat(harness.first.endorsed()).hasSize(1);
    }

    @Test
    void what_only_a_later_endorser_refuses_is_asked_again() {
        harness.first.endorsesOnce(
                txId -> {
                    throw FakePeer.laterEndorserSays("chaincode response 500, STALE_SEQ|Z03|Someone was faster.");
                },
                txId -> {
                    throw FakePeer.laterEndorserSays("ProposalResponsePayloads do not match");
                });

        Operation operation = harness.client().submit(moving("one"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.attempts()).hasSize(1);
    }

    @Test
    void a_lagging_peer_is_asked_ten_times_more_and_then_believed() {
        harness.first.alwaysEndorses(txId -> {
            throw FakePeer.firstEndorserSays("chaincode response 500, NOT_STAGED|A01|Nothing is staged.");
        });

        Operation operation = harness.client().submit(moving("one"));

        assertThat(operation.state()).isEqualTo(OperationState.REFUSED);
        assertThat(harness.first.endorsed()).hasSize(11);
    }

    @Test
    void a_lost_race_is_endorsed_anew_under_a_new_transaction_id() {
        harness.ledger.judgeNext(MVCC_CONFLICT, PHANTOM_CONFLICT);

        Operation operation = harness.client().submit(moving("one"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.attempts())
                .extracting(Attempt::state)
                .containsExactly(Attempt.State.INVALID, Attempt.State.INVALID, Attempt.State.VALID);
        assertThat(Harness.txIds(operation)).doesNotHaveDuplicates();
        assertThat(harness.store.findByTransaction(Harness.txIds(operation).getFirst()))
                .contains(operation);
    }

    @Test
    void a_race_lost_four_times_is_given_up() {
        harness.ledger.judgeNext(MVCC_CONFLICT, MVCC_CONFLICT, MVCC_CONFLICT, MVCC_CONFLICT);

        Operation operation = harness.client().submit(moving("one"));

        assertThat(operation.state()).isEqualTo(OperationState.INVALID);
        assertThat(operation.attempts()).hasSize(4);
        assertThat(operation.failure())
                .contains(new LedgerFailure.CommitInvalid(
                        operation.lastAttempt().txId(), new Committed(MVCC_CONFLICT, 4)));
    }

    @Test
    void a_policy_failure_is_a_lost_race_only_for_a_command_that_creates() {
        LedgerClient client = harness.client();
        harness.ledger.judgeNext(POLICY_FAILURE);
        assertThat(client.submit(creating("one")).state()).isEqualTo(OperationState.VALID);

        harness.ledger.judgeNext(POLICY_FAILURE);
        assertThat(client.submit(moving("two")).state()).isEqualTo(OperationState.INVALID);
    }

    @Test
    void a_repeated_answer_is_never_submitted_and_leads_to_the_first_transaction() {
        harness.first.endorsesOnce(txId -> "{\"outcome\":\"REPEATED\",\"txId\":\"the-first\"}");

        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(operation.receiptTxId()).contains("the-first");
        assertThat(operation.lastAttempt().state()).isEqualTo(Attempt.State.UNSENT);
        assertThat(harness.submitted()).isEmpty();
    }

    @Test
    void the_next_peer_is_asked_when_one_has_no_running_chaincode() {
        harness.first.alwaysEndorses(txId -> {
            throw FakePeer.firstEndorserSays("error in simulation: failed to execute transaction " + txId
                    + ": could not launch chaincode county_1.0:00: connection to 127.0.0.1:9051 failed");
        });

        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(harness.second.endorsed()).containsExactlyElementsOf(Harness.txIds(operation));
    }

    @Test
    void a_stopped_peer_is_passed_over_at_every_stage() {
        LedgerClient client = harness.client();
        assertThat(client.submit(creating("one")).state()).isEqualTo(OperationState.VALID);
        harness.first.stop();

        Operation operation = client.submit(creating("two"));

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
        assertThat(harness.second.submitted()).hasSize(1);
    }

    @Test
    void peers_that_come_back_in_time_are_waited_for() throws InterruptedException {
        LedgerClient client = harness.client();
        harness.first.stop();
        harness.second.stop();
        Operation pending = client.start(creating("one"));
        Thread.sleep(100);
        harness.first.startAgain();

        Operation operation = client.await(pending.id(), Duration.ofSeconds(5)).orElseThrow();

        assertThat(operation.state()).isEqualTo(OperationState.VALID);
    }

    @Test
    void without_any_peer_nothing_was_sent_and_it_says_so() {
        LedgerClient client = harness.client(Harness.impatient());
        harness.first.stop();
        harness.second.stop();

        Operation operation = client.submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.INVALID);
        assertThat(operation.failure()).containsInstanceOf(LedgerFailure.Unavailable.class);
        assertThat(operation.lastAttempt().state()).isEqualTo(Attempt.State.UNSENT);
    }

    @Test
    void an_endorsement_that_never_answers_ends_at_its_deadline() {
        harness.first.alwaysEndorses(txId -> {
            Waits.sleep(Duration.ofSeconds(5));
            return FakePeer.ACCEPTED;
        });

        Operation operation = harness.client(Harness.impatient()).submit(creating("one"));

        assertThat(operation.failure())
                .contains(new LedgerFailure.Deadline(operation.lastAttempt().txId(), Stage.ENDORSE));
        assertThat(harness.submitted()).isEmpty();
    }

    @Test
    void another_failure_to_endorse_keeps_the_peers_words() {
        harness.first.endorsesOnce(txId -> {
            throw FakePeer.error(Code.FAILED_PRECONDITION, "no combination of peers can be derived");
        });

        Operation operation = harness.client().submit(creating("one"));

        assertThat(operation.state()).isEqualTo(OperationState.INVALID);
        assertThat(operation.failure())
                .contains(new LedgerFailure.EndorseFailed(
                        operation.lastAttempt().txId(), "FAILED_PRECONDITION no combination of peers can be derived"));
    }

    @Test
    void the_same_open_command_is_one_operation() {
        List<Operation> twins = new ArrayList<>();
        LedgerClient client = harness.client();
        harness.first.endorsesOnce(txId -> {
            twins.add(client.start(creating("one")));
            return FakePeer.ACCEPTED;
        });

        Operation operation = client.submit(creating("one"));

        assertThat(twins).extracting(Operation::id).containsExactly(operation.id());
        assertThat(harness.submitted()).hasSize(1);
    }

    @Test
    void an_unknown_identity_is_said_at_once() {
        LedgerClient client = harness.client();
        Submission command = creating("one");
        assertThatThrownBy(() -> client.submit(new Submission(
                        "nobody",
                        command.function(),
                        command.arguments(),
                        command.target(),
                        command.idempotency(),
                        true)))
                .isInstanceOf(IdentityException.class);
    }
}
