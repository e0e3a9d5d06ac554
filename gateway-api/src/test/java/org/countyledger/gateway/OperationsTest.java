package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.gateway.testing.Eventually.eventually;

import java.util.Map;
import java.util.stream.IntStream;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(SharedCounty.class)
class OperationsTest {
    private final TestCounty county;
    private final Api api;

    OperationsTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    @Test
    void aWriteThatDoesNotWaitIsFollowedByItsOperation() {
        Resident resident = new Resident(api);
        String key = Api.key();
        Map<String, Object> signed =
                resident.signed(resident.application(), "/v1/welfare-applications/signing-request", key);
        Reply accepted = Reply.of(api.anybody()
                        .post()
                        .uri("/v1/welfare-applications")
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(signed)
                        .exchange())
                .expect(202);
        assertThat(accepted.at("/commitStatus")).isEqualTo("PENDING");
        assertThat(accepted.at("/receiptTxId")).isEmpty();
        String location = String.valueOf(accepted.headers().getLocation());
        assertThat(location).isEqualTo("/v1/operations/" + accepted.at("/opId"));
        Reply done = eventually(
                () -> api.read(api.anybody(), location).expect(200),
                reply -> !reply.at("/receiptTxId").isEmpty());
        assertThat(done.at("/commitStatus")).isEqualTo("VALID");
        assertThat(done.at("/attempts/0/status")).isEqualTo("VALID");
        assertThat(done.numberAt("/seq")).isEqualTo(1);
    }

    @Test
    void anOperationIsFoundByItsTransactionAndMayBeWaitedFor() {
        Welfare application = Welfare.submitted(api);
        Reply found = api.read(api.anybody(), "/v1/operations/" + application.receiptTxId())
                .expect(200);
        assertThat(found.at("/recordId")).isEqualTo(application.id());
        Reply waited = Reply.of(api.anybody()
                .get()
                .uri("/v1/operations/" + found.at("/opId"))
                .header("Prefer", "wait=5")
                .exchange());
        assertThat(waited.expect(200).at("/commitStatus")).isEqualTo("VALID");
    }

    @Test
    void theSameCommandAgainAnswersTheFirstResult() {
        Resident resident = new Resident(api);
        String key = Api.key();
        Map<String, Object> signed =
                resident.signed(resident.application(), "/v1/welfare-applications/signing-request", key);
        Reply first = create(signed, key).expect(201);
        Reply second = create(signed, key).expect(201);
        assertThat(second.at("/receiptTxId")).isEqualTo(first.at("/receiptTxId"));
        assertThat(second.at("/recordId")).isEqualTo(first.at("/recordId"));
        assertThat(second.at("/attempts/0/status")).isEqualTo("UNSENT");
        String repeated = second.at("/attempts/0/txId");
        assertThat(repeated).isNotEqualTo(first.at("/receiptTxId"));
        Reply receipt = api.read(api.anybody(), "/v1/receipts/" + repeated).expect(200);
        assertThat(receipt.at("/txId")).isEqualTo(first.at("/receiptTxId"));
    }

    private Reply create(Map<String, Object> signed, String key) {
        return api.write(
                api.anybody(), "/v1/welfare-applications", signed, request -> request.header("Idempotency-Key", key));
    }

    /** The race that an attempt loses cannot be brought about at will, so the row of it is made by hand. */
    @Test
    void theTransactionOfALostAttemptLeadsToTheOneThatCounts() {
        Welfare application = Welfare.submitted(api);
        String lost = "1057" + application.receiptTxId().substring(4);
        JdbcClient.create(county.database())
                .sql("""
                        insert into ledger_attempt (tx_id, operation_id, n, state, code, block)
                        select ?, operation_id, -1, 'INVALID', 11, 3 from ledger_attempt where tx_id = ?""")
                .params(lost, application.receiptTxId())
                .update();
        Reply operation = api.read(api.anybody(), "/v1/operations/" + lost).expect(200);
        assertThat(operation.at("/receiptTxId")).isEqualTo(application.receiptTxId());
        assertThat(operation.at("/attempts/0/code")).isEqualTo("MVCC_READ_CONFLICT");
        Reply receipt = api.read(api.anybody(), "/v1/receipts/" + lost).expect(200);
        assertThat(receipt.at("/txId")).isEqualTo(application.receiptTxId());
    }

    @Test
    void twinsOfOneCommandMakeOneRecord() {
        Resident resident = new Resident(api);
        String key = Api.key();
        Map<String, Object> signed =
                resident.signed(resident.application(), "/v1/welfare-applications/signing-request", key);
        var replies = IntStream.range(0, 4)
                .parallel()
                .mapToObj(n -> create(signed, key))
                .toList();
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(201, 409));
        assertThat(replies).filteredOn(reply -> reply.status() == 409).allSatisfy(reply -> {
            assertThat(reply.at("/code")).isEqualTo("idempotency-key-in-flight");
            assertThat(reply.at("/links/operation")).startsWith("/v1/operations/");
        });
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201)
                .extracting(reply -> reply.at("/receiptTxId"))
                .isNotEmpty()
                .containsOnly(replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .findFirst()
                        .orElseThrow()
                        .at("/receiptTxId"));
    }

    @Test
    void twoOfficersAtOnceEndAsOneChangeAndOneNo() {
        Welfare application = Welfare.submitted(api);
        application.declareNone(Officer.CLERK).declareNone(Officer.SECOND_CLERK);
        var replies = java.util.stream.Stream.of(Officer.CLERK, Officer.SECOND_CLERK)
                .parallel()
                .map(officer ->
                        application.act(officer, "accept", Map.of("dupCheck", "NONE"), java.util.List.of("checkList")))
                .toList();
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 412);
        Reply lost = replies.stream()
                .filter(reply -> reply.status() == 412)
                .findFirst()
                .orElseThrow();
        Reply operation = api.read(api.anybody(), lost.at("/instance")).expect(200);
        assertThat(operation.at("/commitStatus")).isEqualTo("INVALID");
        assertThat(operation.at("/problem/code")).isEqualTo("stale-seq");
    }
}
