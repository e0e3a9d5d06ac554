package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.countyledger.client.operation.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvaluateTest {
    private static final Query GET = Query.of("get", "Grievance", "1");

    private final Harness harness = new Harness();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void the_contract_answers_the_function_and_its_arguments() {
        harness.first.evaluatesOnce(arguments -> String.join(" ", arguments));

        assertThat(ask(GET)).isEqualTo("get Grievance 1");
    }

    @Test
    void a_refusal_is_told_with_its_code() {
        harness.first.evaluatesOnce(arguments -> {
            throw chaincodeSays("UNKNOWN_RECORD|Z01|There is no such record.");
        });

        LedgerFailure failure = failureOf(GET);

        assertThat(failure)
                .isEqualTo(
                        new LedgerFailure.Refused(failure.txId(), "UNKNOWN_RECORD", "Z01", "There is no such record."));
    }

    @Test
    void a_record_that_is_known_to_exist_is_asked_for_until_the_peer_has_it() {
        harness.first.evaluatesOnce(arguments -> {
            throw chaincodeSays("UNKNOWN_RECORD|Z01|There is no such record.");
        });
        harness.first.evaluatesOnce(arguments -> "{\"seq\":1}");

        assertThat(ask(GET.aboutKnownRecord())).isEqualTo("{\"seq\":1}");
    }

    @Test
    void the_next_peer_answers_for_a_stopped_one() {
        harness.first.stop();
        harness.second.evaluatesOnce(arguments -> "second");

        assertThat(ask(GET)).isEqualTo("second");
    }

    @Test
    void without_any_peer_it_says_so_at_once() {
        harness.first.stop();
        harness.second.stop();

        assertThat(failureOf(GET))
                .isInstanceOfSatisfying(
                        LedgerFailure.Unavailable.class,
                        failure -> assertThat(failure.stage()).isEqualTo(Stage.EVALUATE));
    }

    @Test
    void a_query_that_never_answers_ends_at_its_deadline() {
        harness.first.evaluatesOnce(arguments -> {
            Waits.sleep(Duration.ofSeconds(4));
            return "late";
        });

        assertThat(failureOf(GET)).isInstanceOf(LedgerFailure.Deadline.class);
    }

    @Test
    void a_committed_transaction_is_found_with_verdict_and_endorsing_organisations() {
        LedgerClient client = harness.client();
        Operation operation = client.submit(Harness.creating("one"));

        TransactionSummary found = client.transaction(
                        TestIdentities.CLERK, operation.receiptTxId().orElseThrow())
                .orElseThrow();

        assertThat(found.committed()).isEqualTo(new Committed(0, 1));
        assertThat(found.clientMspId()).isEqualTo(TestIdentities.MSP);
        assertThat(found.invocation().orElseThrow().endorserMspIds()).containsExactly("CivilAffairsMSP", "AuditMSP");
        assertThat(client.transaction(TestIdentities.CLERK, "unheard-of")).isEmpty();
        assertThat(client.height()).isEqualTo(2);
    }

    private String ask(Query query) {
        return new String(harness.client().evaluate(TestIdentities.CLERK, query), StandardCharsets.UTF_8);
    }

    private LedgerFailure failureOf(Query query) {
        return catchThrowableOfType(LedgerException.class, () -> ask(query)).failure();
    }

    private static RuntimeException chaincodeSays(String message) {
        return FakePeer.error(
                Code.UNKNOWN,
                "evaluate call to endorser returned error: chaincode response 500, " + message,
                "chaincode response 500, " + message);
    }
}
