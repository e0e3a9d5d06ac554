package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(SharedCounty.class)
class ReceiptsTest {
    private final TestCounty county;
    private final Api api;

    ReceiptsTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    @Test
    void aReceiptSaysWhereAMatterStandsAndNothingOfPersons() {
        Welfare application = Welfare.submitted(api).accepted();
        Reply receipt = receipt(application.receiptTxId()).expect(200);
        assertThat(receipt.body().path("valid").asBoolean()).isTrue();
        assertThat(receipt.body().path("endorsedBy").size()).isGreaterThanOrEqualTo(2);
        assertThat(receipt.at("/purposeLabel/zh")).isEqualTo("演示");
        assertThat(receipt.at("/matter/family/zh")).isEqualTo("救助");
        assertThat(receipt.at("/matter/state/zh")).isEqualTo("已受理");
        assertThat(receipt.at("/matter/state/en")).isEqualTo("accepted");
        assertThat(receipt.at("/matter/department/zh")).isEqualTo("民政局");
        assertThat(receipt.at("/matter/nextStep/department/en")).isEqualTo("Civil Affairs Bureau");
        assertThat(receipt.body().at("/matter/history").findValuesAsString("date"))
                .hasSize(2);
        assertThat(receipt.at("/matter/history/0/by/en")).isEqualTo("the resident or a proxy");
        assertThat(receipt.at("/matter/history/1/step/zh")).isEqualTo("受理");
        assertThat(receipt.body().at("/matter/possibilities").toString()).contains("撤回");
        assertThat(receipt.body().toString())
                .doesNotContain(application.id(), "CA1001", "DIBAO", Officer.TOWN, "WelfareApplication", "form");
    }

    @Test
    void twoReceiptsOfMattersInOneStateDifferOnlyInIdsAndTimes() {
        Reply one = receipt(Welfare.submitted(api).receiptTxId());
        Reply other = receipt(Welfare.submitted(api).receiptTxId());
        assertThat(shape(one)).isEqualTo(shape(other));
    }

    private static String shape(Reply reply) {
        return reply.body()
                .toString()
                .replaceAll("[0-9a-f]{64}", "ID")
                .replaceAll("\"20[0-9:.TZ-]+\"", "TIME")
                .replaceAll("\"(block|daysLeft)\":[0-9]+", "N");
    }

    @Test
    void aLaterTransactionOfTheSameRecordLeadsToTheSameView() {
        Welfare application = Welfare.submitted(api).accepted();
        Reply events =
                api.read(api.as(Officer.CLERK), application.path() + "/events").expect(200);
        Reply later = receipt(events.at("/items/1/txId")).expect(200);
        assertThat(later.body().path("matter").toString().replaceAll("\"daysLeft\":[0-9]+", ""))
                .isEqualTo(receipt(application.receiptTxId())
                        .body()
                        .path("matter")
                        .toString()
                        .replaceAll("\"daysLeft\":[0-9]+", ""));
    }

    @Test
    void unknownHiddenAndMalformedIdsGetTheSameAnswer() {
        Welfare application = Welfare.submitted(api).declareNone(Officer.CLERK);
        Reply declarations = api.read(api.as(Officer.CLERK), "/v1/conflicts").expect(200);
        String hidden = declarations
                .body()
                .path("items")
                .get(0)
                .at("/header/position/lastTxId")
                .asString();
        assertThat(application.id()).isNotEmpty();
        List<Reply> replies = List.of(receipt("0".repeat(64)), receipt(hidden), receipt("nonsense"));
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.at("/code")).isEqualTo("not-found-or-hidden");
            assertThat(reply.at("/detail")).isEmpty();
        });
    }

    /** Sealing is not in force yet, so the row of a sealed matter is made by hand. */
    @Test
    void aSealedMatterIsRecordedAndNothingElse() {
        Welfare application = Welfare.submitted(api);
        String txId = "5ea1ed" + "0".repeat(58);
        JdbcClient jdbc = JdbcClient.create(county.database());
        jdbc.sql("""
                        insert into record select kind, 'sealed', seq, 'SEALED', owner_org, handling_org, handling_dept,
                            town_code, 999999999, 999999999, changed_at,
                            replace(replace(header, '"SUBMITTED"', '"SEALED"'), id, 'sealed')
                        from record where id = ?""").param(application.id()).update();
        jdbc.sql("""
                        insert into ledger_transaction
                        values (?, 999999999, 0, now(), 'GovernanceMSP', '{}', 'WelfareApplication', 'sealed', 1)""").param(txId).update();
        try {
            Reply receipt = receipt(txId).expect(200);
            assertThat(receipt.at("/recorded/en")).isEqualTo("recorded");
            assertThat(receipt.body().has("matter")).isFalse();
        } finally {
            jdbc.sql("delete from record where id = 'sealed'").update();
            jdbc.sql("delete from ledger_transaction where tx_id = ?")
                    .param(txId)
                    .update();
        }
    }

    @Test
    void anybodysPageMayReadAReceipt() {
        Welfare application = Welfare.submitted(api);
        Reply reply = Reply.of(api.anybody()
                .get()
                .uri("/v1/receipts/" + application.receiptTxId())
                .header("Origin", "https://elsewhere.example")
                .exchange());
        assertThat(reply.expect(200).headers().getAccessControlAllowOrigin()).isEqualTo("*");
        assertThat(reply.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(reply.headers().getFirst("Set-Cookie")).isNull();
    }

    private Reply receipt(String txId) {
        return api.read(api.anybody(), "/v1/receipts/" + txId);
    }
}
