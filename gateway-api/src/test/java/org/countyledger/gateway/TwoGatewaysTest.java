package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.embedded.Faults;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two gateways that know nothing of each other carry one command out once: the ledger keeps its key. */
@ExtendWith(SharedCounty.class)
class TwoGatewaysTest {
    private static final String APPLICATIONS = "/v1/welfare-applications";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRANSACTIONS_FILTER = 2;

    private final TestCounty county;
    private final Api one;
    private final Api other;
    private final String key = Api.key();
    private final Resident resident;

    TwoGatewaysTest(TestCounty county) {
        this.county = county;
        this.one = county.api();
        this.other = county.apiOfAnotherGateway();
        this.resident = new Resident(one);
    }

    @BeforeEach
    @AfterEach
    void letBlocksBeCut() {
        county.network().faults().releaseBlocks();
    }

    private Map<String, Object> signed(Map<String, Object> content) {
        return resident.signed(content, APPLICATIONS + "/signing-request", key);
    }

    private Reply send(Api gateway, Map<String, Object> signed) {
        return gateway.write(
                gateway.anybody(), APPLICATIONS, signed, request -> request.header("Idempotency-Key", key));
    }

    private List<String> transactions() {
        String id = IdempotencyKey.parse(key).recordId(Kind.WELFARE_APPLICATION);
        return one.read(one.as(Officer.CLERK), APPLICATIONS + "/" + id + "/events")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("txId").asString(""))
                .toList();
    }

    @Test
    void theSecondAnswersTheFirstsResult() {
        Map<String, Object> signed = signed(resident.application());
        Reply first = send(one, signed).expect(201);
        Reply again = send(other, signed);
        assertThat(again.status()).isIn(200, 201);
        assertThat(again.at("/receiptTxId")).isEqualTo(first.at("/receiptTxId"));
        assertThat(again.at("/recordId")).isEqualTo(first.at("/recordId"));
        assertThat(transactions()).containsExactly(first.at("/receiptTxId"));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAtEither() {
        Reply first = send(one, signed(resident.application())).expect(201);
        Map<String, Object> content = new HashMap<>(resident.application());
        content.computeIfPresent("clear", (name, clear) -> withBand((Map<?, ?>) clear, "2"));
        Map<String, Object> changed = signed(content);
        for (Api gateway : List.of(one, other)) {
            Reply refused = send(gateway, changed);
            assertThat(refused.status()).isBetween(400, 422);
            assertThat(refused.at("/code")).isEqualTo("idempotency-key-reused");
        }
        assertThat(transactions()).containsExactly(first.at("/receiptTxId"));
    }

    private static Map<Object, Object> withBand(Map<?, ?> clear, String band) {
        Map<Object, Object> changed = new HashMap<>(clear);
        changed.put("band", band);
        return changed;
    }

    /** The second cannot be judged, because the first sets the policy of the key that both create: code 10. */
    @Test
    void twinCreationsInOneBlockEndAsOneRecordAndOneResult() {
        Map<String, Object> signed = signed(resident.application());
        Faults faults = county.network().faults();
        faults.holdBlocks();
        List<CompletableFuture<Reply>> twins = Stream.of(one, other)
                .map(gateway -> CompletableFuture.supplyAsync(() -> send(gateway, signed)))
                .toList();
        Awaitility.await().atMost(PATIENCE).until(() -> faults.heldTransactions() >= 2);
        faults.cutBlock();
        faults.releaseBlocks();
        List<Reply> replies = twins.stream().map(CompletableFuture::join).toList();
        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 201);
        assertThat(replies.get(0).at("/receiptTxId"))
                .isEqualTo(replies.get(1).at("/receiptTxId"))
                .isNotEmpty();
        assertThat(transactions()).containsExactly(replies.get(0).at("/receiptTxId"));
        assertThat(codesBeside(replies.get(0).at("/receiptTxId")))
                .contains(TxValidationCode.VALID_VALUE, TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE);
    }

    /** Validation codes of the block that holds this transaction. */
    private List<Integer> codesBeside(String txId) {
        long number =
                one.read(one.anybody(), "/v1/receipts/" + txId).expect(200).numberAt("/block");
        Block block = county.network().ledger().blocks().block(number).orElseThrow();
        byte[] codes = block.getMetadata().getMetadata(TRANSACTIONS_FILTER).toByteArray();
        return IntStream.range(0, codes.length).mapToObj(i -> (int) codes[i]).toList();
    }
}
