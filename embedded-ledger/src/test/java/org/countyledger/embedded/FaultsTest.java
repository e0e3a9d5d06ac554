package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.countyledger.embedded.commit.CommitStep;
import org.countyledger.embedded.testing.LedgerExtension;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Misfortunes on demand, as a client sees them. */
class FaultsTest {
    private static final String CIVIL = "CivilAffairsMSP";
    private static final String AUDIT = "AuditMSP";

    @RegisterExtension
    static final LedgerExtension LEDGER =
            LedgerExtension.of(ThrowawayNetwork.builder().chaincode("keys", KeyChaincode::new));

    private static Transaction endorsed(Client client, String value) throws Exception {
        return client.keys()
                .newProposal("put")
                .addArguments("key", value)
                .build()
                .endorse();
    }

    private static String get(Client client) throws Exception {
        return new String(client.keys().evaluateTransaction("get", "key"), UTF_8);
    }

    private static long height(Client client) throws Exception {
        return BlockchainInfo.parseFrom(client.contract("qscc").evaluateTransaction("GetChainInfo", "county"))
                .getHeight();
    }

    @Test
    void aLaggingOrganisationIsBehindWhileBlocksComeAndCatchesUpAfterwards(ThrowawayNetwork network, Faults faults)
            throws Exception {
        try (Client civil = Client.of(network, CIVIL);
                Client audit = Client.of(network, AUDIT)) {
            faults.lag(AUDIT, 3);
            long most = 0;
            for (int i = 0; i < 20; i++) {
                civil.keys().submitTransaction("put", "key", "value " + i);
                most = Math.max(most, height(civil) - height(audit));
            }
            assertThat(most).isBetween(1L, 3L);
            while (height(audit) < height(civil)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(get(audit)).isEqualTo("value 19");
        }
    }

    @Test
    void aFrozenOrganisationAnswersByAnOlderStateUntilItThaws(ThrowawayNetwork network, Faults faults)
            throws Exception {
        try (Client civil = Client.of(network, CIVIL);
                Client audit = Client.of(network, AUDIT)) {
            civil.keys().submitTransaction("put", "key", "old");
            faults.freeze(AUDIT);
            civil.keys().submitTransaction("put", "key", "new");

            assertThat(get(civil)).isEqualTo("new");
            assertThat(get(audit)).isEqualTo("old");
            assertThat(height(audit)).isEqualTo(height(civil) - 1);

            faults.thaw(AUDIT);
            assertThat(get(audit)).isEqualTo("new");
            assertThat(height(audit)).isEqualTo(height(civil));
        }
    }

    @Test
    void endorsersAtDifferentHeightsDoNotMatch(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client civil = Client.of(network, CIVIL)) {
            faults.freeze(AUDIT);
            civil.keys().submitTransaction("put", "key", "1");

            Failure failure = Failure.of(() -> civil.keys()
                    .newProposal("add")
                    .addArguments("key", "1")
                    .setEndorsingOrganizations(CIVIL, AUDIT)
                    .build()
                    .endorse());

            assertThat(failure.details()).anyMatch(detail -> detail.contains("ProposalResponsePayloads do not match"));
        }
    }

    @Test
    void aStoppedPeerIsUnavailableAndTheOthersGoOn(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client civil = Client.of(network, CIVIL);
                Client audit = Client.of(network, AUDIT)) {
            faults.stop(AUDIT);

            assertThat(Failure.of(() -> get(audit)).code()).isEqualTo(Code.UNAVAILABLE);
            civil.keys().submitTransaction("put", "key", "value");

            faults.start(AUDIT);
            assertThat(get(audit)).isEqualTo("value");
        }
    }

    @Test
    void heldTransactionsCommitInOneBlockWhenItIsCut(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client client = Client.of(network, CIVIL)) {
            faults.holdBlocks();
            List<SubmittedTransaction> submitted = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                submitted.add(endorsed(client, String.valueOf(i)).submitAsync());
            }
            assertThat(faults.heldTransactions()).isEqualTo(3);
            assertThat(height(client)).isEqualTo(2);

            faults.cutBlock();

            for (SubmittedTransaction one : submitted) {
                assertThat(one.getStatus().getBlockNumber()).isEqualTo(2);
            }
        }
    }

    @Test
    void orderersThatStoppedRefuse(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client client = Client.of(network, CIVIL)) {
            Transaction transaction = endorsed(client, "value");
            faults.stopOrdering();
            assertThat(Failure.of(transaction::submitAsync).code()).isEqualTo(Code.UNAVAILABLE);

            faults.startOrdering();
            assertThat(transaction.submitAsync().getStatus().isSuccessful()).isTrue();
        }
    }

    @Test
    void aCommitStatusIsHeldBackAndTheTransactionCommitsAllTheSame(ThrowawayNetwork network, Faults faults)
            throws Exception {
        try (Client client = Client.of(network, CIVIL)) {
            faults.holdCommitStatuses();
            CountDownLatch committed = new CountDownLatch(1);
            faults.at(CommitStep.INDEX_WRITTEN, committed::countDown);
            SubmittedTransaction submitted = endorsed(client, "value").submitAsync();
            CompletableFuture<TxValidationCode> code = CompletableFuture.supplyAsync(() -> code(submitted));
            assertThat(committed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(get(client)).isEqualTo("value");
            assertThat(code).isNotDone();

            faults.releaseCommitStatuses();
            assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(TxValidationCode.VALID);
        }
    }

    private static TxValidationCode code(SubmittedTransaction submitted) {
        try {
            return submitted.getStatus().getCode();
        } catch (Exception e) {
            throw new IllegalStateException("No status", e);
        }
    }

    @Test
    void aLostCommitStatusEndsAtTheClientsDeadline(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client client = Client.of(network, CIVIL)) {
            Transaction transaction = endorsed(client, "value");
            faults.loseCommitStatus(transaction.getTransactionId());
            SubmittedTransaction submitted = transaction.submitAsync();

            Failure failure = Failure.of(
                    () -> submitted.getStatus(options -> options.withDeadlineAfter(50, TimeUnit.MILLISECONDS)));

            assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void aForcedCodeIsWhatBecomesOfATransaction(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client client = Client.of(network, CIVIL)) {
            Transaction transaction = endorsed(client, "value");
            faults.forceCode(transaction.getTransactionId(), TxValidationCode.MVCC_READ_CONFLICT);

            assertThat(transaction.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
            assertThat(get(client)).isEmpty();
        }
    }

    @Test
    void anAlteredEndorsementDoesNotMatchTheOthers(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client client = Client.of(network, CIVIL)) {
            faults.alterNextEndorsement(
                    AUDIT,
                    response -> response.toBuilder()
                            .setPayload(response.getPayload().substring(1))
                            .build());

            Failure failure = Failure.of(() -> client.keys()
                    .newProposal("put")
                    .addArguments("key", "value")
                    .setEndorsingOrganizations(CIVIL, AUDIT)
                    .build()
                    .endorse());

            assertThat(failure.details()).anyMatch(detail -> detail.contains("ProposalResponsePayloads do not match"));
            assertThat(endorsed(client, "value").submitAsync().getStatus().isSuccessful())
                    .isTrue();
        }
    }

    @Test
    void aDroppedChaincodeIsDialledAgainByTheNextCall(ThrowawayNetwork network, Faults faults) throws Exception {
        try (Client client = Client.of(network, CIVIL)) {
            client.keys().submitTransaction("put", "key", "value");
            faults.dropChaincode(CIVIL, "keys");

            assertThat(get(client)).isEqualTo("value");
        }
    }

    @Test
    void everyStepOfACommitCanBeWatched(ThrowawayNetwork network, Faults faults) throws Exception {
        List<CommitStep> passed = new ArrayList<>();
        for (CommitStep step : CommitStep.values()) {
            faults.at(step, () -> passed.add(step));
        }
        try (Client client = Client.of(network, CIVIL)) {
            client.keys().submitTransaction("put", "key", "value");
        }

        assertThat(passed).containsExactly(CommitStep.values());
    }
}
