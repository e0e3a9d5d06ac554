package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A private value goes to the peers of one organisation and stays nowhere on the way. */
class PrivateSubmitTest {
    private static final String OTHER = "AuditMSP";
    private static final String SECRET = "the secret text";
    private static final PrivateValue VALUE = PrivateValue.of(
            Kind.GRIEVANCE,
            "text",
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8),
            Map.of("text", SECRET));
    private static final String STAGED = "{\"key\":\"Grievance/a/text/1\",\"outcome\":\"ACCEPTED\"}";
    private static final String THERE = "{\"key\":\"Grievance/a/text/1\",\"outcome\":\"REPEATED\"}";

    private final FakeLedger ledger = new FakeLedger();
    private final FakePeer others = new FakePeer(ledger);
    private final FakePeer owners = new FakePeer(ledger).alwaysEndorses(txId -> STAGED);
    private final LedgerClient client = LedgerClient.open(
            Harness.settings(),
            List.of(others.peer(OTHER), owners.peer(TestIdentities.MSP)),
            TestIdentities.clerk(),
            new InMemoryOperationStore());

    @AfterEach
    void close() {
        client.close();
        others.close();
        owners.close();
    }

    private static PrivateSubmission staging(String owner) {
        StagingRequest request = new StagingRequest(
                new ContentKey(Kind.GRIEVANCE, "a", "text", 1),
                VALUE.commitment(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.empty());
        return PrivateSubmission.stage(TestIdentities.CLERK, owner, request, VALUE.bytes());
    }

    @Test
    void onlyTheOwnersPeersAreAsked() {
        PrivateOutcome outcome = client.submit(staging(TestIdentities.MSP));
        assertThat(outcome.written()).isTrue();
        assertThat(others.endorsed()).isEmpty();
        assertThat(owners.endorsed()).containsExactly(outcome.txId());
    }

    @Test
    void whereNoPeerOfTheOwnerIsKnownNobodyIsAsked() {
        assertThatThrownBy(() -> client.submit(staging("EcologyMSP")))
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(e.failure()).isInstanceOf(LedgerFailure.Unavailable.class));
        assertThat(others.endorsed()).isEmpty();
        assertThat(owners.endorsed()).isEmpty();
    }

    @Test
    void nothingOfItIsStored() {
        PrivateOutcome outcome = client.submit(staging(TestIdentities.MSP));
        assertThat(client.operationOf(outcome.txId())).isEmpty();
    }

    @Test
    void aValueThatIsThereAlreadyIsNotSubmitted() {
        owners.alwaysEndorses(txId -> THERE);
        assertThat(client.submit(staging(TestIdentities.MSP)).written()).isFalse();
        assertThat(others.submitted()).isEmpty();
        assertThat(owners.submitted()).isEmpty();
    }

    @Test
    void aLostRaceIsTriedAgainUnderANewTransaction() {
        ledger.judgeNext(TxValidationCode.MVCC_READ_CONFLICT_VALUE);
        PrivateOutcome outcome = client.submit(staging(TestIdentities.MSP));
        assertThat(outcome.written()).isTrue();
        assertThat(owners.endorsed()).hasSize(2).doesNotHaveDuplicates().endsWith(outcome.txId());
    }

    @Test
    void aRefusalIsSaidAsSuch() {
        owners.alwaysEndorses(txId -> {
            throw FakePeer.firstEndorserSays("chaincode response 500, ALREADY_STAGED||Another value was staged there.");
        });
        assertThatThrownBy(() -> client.submit(staging(TestIdentities.MSP)))
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        LedgerFailure.Refused.class,
                                        refused -> assertThat(refused.code()).isEqualTo("ALREADY_STAGED")));
    }

    @Test
    void noMessageShowsTheValue() {
        assertThat(staging(TestIdentities.MSP).toString())
                .doesNotContain(SECRET)
                .contains("Secret[");
    }
}
