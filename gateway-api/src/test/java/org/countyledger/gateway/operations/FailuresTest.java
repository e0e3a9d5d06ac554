package org.countyledger.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.client.operation.Attempt;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.Settlement;
import org.countyledger.client.operation.Submission;
import org.countyledger.gateway.problem.Problem;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What cannot be brought about on a healthy ledger, made by hand. */
@ExtendWith(SharedCounty.class)
class FailuresTest {
    private static final String TX = "ab".repeat(32);
    private static final int MVCC = 11;
    private static final int POLICY = 10;
    private static final int BAD_SIGNATURE = 4;

    private final Operations operations;

    FailuresTest(TestCounty county) {
        this.operations = county.bean(Operations.class);
    }

    @Test
    void anUnreachableLedgerIsUnavailableForAWhile() {
        ResponseEntity<?> answer = answer(new LedgerFailure.Unavailable(TX, Stage.ENDORSE, "refused"), false);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isNotBlank();
        assertThat(problem(answer).code()).isEqualTo("ledger-unavailable");
        assertThat(problem(answer).retryable()).isTrue();
        assertThat(problem(answer(new LedgerFailure.Deadline(TX, Stage.ENDORSE), false))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void aLostRaceIsAConflictThatMayBeTriedAgain() {
        assertThat(problem(answer(invalid(MVCC), false)).code()).isEqualTo("mvcc-conflict");
        assertThat(problem(answer(invalid(POLICY), true)).code()).isEqualTo("mvcc-conflict");
        assertThat(problem(answer(invalid(POLICY), false)).code()).isEqualTo("endorsement-failed");
        assertThat(problem(answer(invalid(BAD_SIGNATURE), true)).status()).isEqualTo(502);
    }

    @Test
    void whatTheLedgerDoesNotEndorseIsABadGateway() {
        Problem problem = problem(answer(new LedgerFailure.EndorseFailed(TX, "payloads differ"), false));
        assertThat(problem.code()).isEqualTo("endorsement-failed");
        assertThat(problem.txId()).contains(TX);
        Problem newer = problem(answer(new LedgerFailure.Refused(TX, "NEVER_HEARD", "A01", "No."), false));
        assertThat(newer.code()).isEqualTo("endorsement-failed");
        assertThat(newer.detail()).contains("No.");
    }

    @Test
    void anUnknownOutcomeIsAcceptedAndNeverCalledDone() {
        ResponseEntity<?> answer = answer(new LedgerFailure.SubmitUnknown(TX, ""), false);
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        OperationResource resource = (OperationResource) Objects.requireNonNull(answer.getBody());
        assertThat(resource.commitStatus()).isEqualTo(OperationResource.CommitStatus.UNKNOWN);
        assertThat(resource.receiptTxId()).isEmpty();
        assertThat(resource.problem().map(Problem::code)).contains("commit-unknown");
    }

    private static LedgerFailure invalid(int code) {
        return new LedgerFailure.CommitInvalid(TX, new Committed(code, 7));
    }

    private ResponseEntity<?> answer(LedgerFailure failure, boolean creates) {
        Submission submission = new Submission(
                "CA1001.TOWN_CLERK",
                "submit",
                List.of("{}"),
                new Submission.Target("WelfareApplication", "x"),
                Optional.empty(),
                creates);
        Operation operation = Operation.opened("test", "CivilAffairsMSP", submission, TX, Instant.now())
                .settled(Settlement.failed(Attempt.started(TX), failure));
        return operations.toWrite(operation, new HttpHeaders());
    }

    private static Problem problem(ResponseEntity<?> answer) {
        return (Problem) Objects.requireNonNull(answer.getBody());
    }
}
