package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Eventually;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.receipt.EndorsementRule;
import org.countyledger.ledger.receipt.ReceiptVerifier;
import org.countyledger.ledger.receipt.ReceiptVerifier.Demands;
import org.countyledger.ledger.receipt.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedCounty.class)
class AuditTest {
    private final TestCounty county;
    private final Api api;

    AuditTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    private Reply ask(String path) {
        return api.read(api.as(Officer.AUDITOR), path);
    }

    @Test
    void aTransactionIsShownAsTheLedgerHoldsIt() {
        Welfare application = Welfare.submitted(api);
        Reply transaction =
                ask("/v1/ledger/transactions/" + application.receiptTxId()).expect(200);
        assertThat(transaction.at("/code")).isEqualTo("VALID");
        assertThat(transaction.at("/clientOrg")).isEqualTo("CivilAffairsMSP");
        assertThat(transaction.at("/invocation/function")).isEqualTo("submit");
        assertThat(transaction.at("/invocation/arguments/0/id")).isEqualTo(application.id());
        assertThat(transaction.body().at("/invocation/endorsers").size()).isGreaterThanOrEqualTo(2);
        assertThat(transaction.body().findValuesAsString("key").toString())
                .contains("H~WelfareApplication~" + application.id());
        Reply block = ask("/v1/ledger/blocks/" + transaction.numberAt("/block")).expect(200);
        assertThat(block.at("/transactions/0/txId")).isEqualTo(application.receiptTxId());
        assertThat(block.at("/commitHash")).hasSize(64);
        Reply before =
                ask("/v1/ledger/blocks/" + (transaction.numberAt("/block") - 1)).expect(200);
        assertThat(block.at("/previousHash")).isEqualTo(before.at("/hash"));
        assertThat(ask("/v1/ledger/blocks/0").expect(200).at("/transactions/0/type"))
                .isEqualTo("1");
    }

    @Test
    void aHistoryHoldsTogetherUntilSomebodyTouchesTheTables() {
        Welfare application = Welfare.submitted(api).accepted();
        String path = "/v1/ledger/history/welfare-applications/" + application.id();
        Reply history = ask(path).expect(200);
        assertThat(history.at("/intact")).isEqualTo("true");
        assertThat(history.at("/events/1/digest")).isEqualTo(history.at("/lastEventDigest"));
        assertThat(history.at("/events/1/event/prevEventDigest")).isEqualTo(history.at("/events/0/digest"));
        JdbcClient jdbc = JdbcClient.create(county.database());
        String event = jdbc.sql("select event from record_event where id = ? and seq = 1")
                .param(application.id())
                .query(String.class)
                .single();
        jdbc.sql("update record_event set event = replace(event, 'submit', 'invent') where id = ? and seq = 1")
                .param(application.id())
                .update();
        Reply touched = ask(path).expect(200);
        assertThat(touched.at("/intact")).isEqualTo("false");
        assertThat(touched.at("/brokenAt")).isEqualTo("1");
        jdbc.sql("update record_event set event = ? where id = ? and seq = 1")
                .params(event, application.id())
                .update();
    }

    @Test
    void anExportedRecordIsCheckedByTheGenesisBlockAlone() throws InvalidChannelException {
        Welfare application = Welfare.submitted(api).accepted();
        JsonNode exported = ask("/v1/audit/exports/welfare-applications/" + application.id())
                .expect(200)
                .body();
        ReceiptProof receipt = CanonicalJson.read(CanonicalJson.write(exported.path("receipt")), ReceiptProof.class);
        ChannelConfig genesis =
                ChannelConfig.of(county.network().ledger().blocks().block(0).orElseThrow());
        Verdict verdict = new ReceiptVerifier(genesis, new Demands(3, EndorsementRule.NONE))
                .verify(ByteString.copyFrom(receipt.binary()));
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        String headerKey = new LedgerKey.HeaderKey(Kind.WELFARE_APPLICATION, application.id()).text();
        String proved = ((Verdict.Verified) verdict)
                .transaction().parts().results().orElseThrow().namespaces().stream()
                        .flatMap(namespace -> namespace.publicSet().getWritesList().stream())
                        .filter(write -> write.getKey().equals(headerKey))
                        .map(write -> write.getValue().toStringUtf8())
                        .findFirst()
                        .orElseThrow();
        Header header = CanonicalJson.read(proved, Header.class);
        assertThat(CanonicalJson.read(CanonicalJson.write(exported.path("header")), Header.class))
                .isEqualTo(header);
        List<Event> events = List.of(CanonicalJson.read(CanonicalJson.write(exported.path("events")), Event[].class));
        assertThat(events.getLast().digest()).isEqualTo(header.position().lastEventDigest());
        assertThat(events.getLast().prevEventDigest())
                .isEqualTo(events.getFirst().digest());
        assertThat(exported.path("purpose").asString()).isEqualTo("DEMO");
    }

    @Test
    void theWholeChainIsValidatedAgainAndEveryPeerAgrees() {
        Reply started = api.write(api.as(Officer.AUDITOR), "/v1/audit/validations", Map.of())
                .expect(202);
        Reply done = Eventually.eventually(
                () -> ask("/v1/audit/validations/" + started.at("/id")).expect(200),
                reply -> !reply.at("/state").equals("RUNNING"));
        assertThat(done.at("/agrees")).as(done.body().toString()).isEqualTo("true");
        assertThat(done.numberAt("/figures/blocks")).isGreaterThan(10);
        assertThat(done.at("/figures/codesAgreed")).isEqualTo(done.at("/figures/codesRecorded"));
        assertThat(done.numberAt("/figures/commitHashesAgreed")).isEqualTo(done.numberAt("/figures/blocks") - 1);
        assertThat(done.body().path("peers"))
                .hasSize(4)
                .allMatch(peer -> peer.path("agrees").asBoolean());
    }

    @Test
    void everyRecordedDecisionComesOutTheSameWhenItIsMadeAgain() {
        Welfare application = Welfare.submitted(api).opinionGiven();
        Reply all = replayed("/v1/audit/replays");
        assertThat(all.at("/equal")).as(all.body().toString()).isEqualTo("true");
        assertThat(all.numberAt("/decisions")).isGreaterThan(20);
        Reply one = replayed("/v1/audit/replays/welfare-applications/" + application.id());
        assertThat(one.at("/equal")).as(one.body().toString()).isEqualTo("true");
        assertThat(one.numberAt("/decisions")).isEqualTo(6);
    }

    private Reply replayed(String path) {
        Reply started = api.write(api.as(Officer.AUDITOR), path, Map.of()).expect(202);
        return Eventually.eventually(
                () -> ask("/v1/audit/replays/" + started.at("/id")).expect(200),
                reply -> !reply.at("/state").equals("RUNNING"));
    }

    @Test
    void onlyAuditorsMayAskAndWhatIsNotThereIsNotFound() {
        api.write(api.anybody(), "/v1/audit/replays", Map.of()).expect(401);
        api.write(api.as(Officer.DECIDER), "/v1/audit/replays", Map.of()).expect(403);
        api.write(api.as(Officer.AUDITOR), "/v1/audit/replays/policies/nothing", Map.of())
                .expect(404);
        for (String path : List.of(
                "/v1/ledger/blocks/0",
                "/v1/ledger/transactions/" + "0".repeat(64),
                "/v1/ledger/history/policies/county:1",
                "/v1/audit/exports/policies/county:1",
                "/v1/audit/metrics/M01",
                "/v1/audit/replays/00000000-0000-0000-0000-000000000000",
                "/v1/audit/validations/00000000-0000-0000-0000-000000000000")) {
            api.read(api.anybody(), path).expect(401);
            api.read(api.as(Officer.DECIDER), path).expect(403);
        }
        for (String path : List.of(
                "/v1/ledger/blocks/999999999",
                "/v1/ledger/blocks/-1",
                "/v1/ledger/transactions/" + "0".repeat(64),
                "/v1/ledger/transactions/1",
                "/v1/ledger/history/policies/nothing",
                "/v1/ledger/history/nothing/1",
                "/v1/audit/exports/policies/nothing",
                "/v1/audit/metrics/M99",
                "/v1/audit/replays/00000000-0000-0000-0000-000000000000",
                "/v1/audit/validations/00000000-0000-0000-0000-000000000000")) {
            assertThat(ask(path).expect(404).at("/code")).as(path).isEqualTo("not-found-or-hidden");
        }
        ask("/v1/audit/access-records").expect(200);
        ask("/v1/audit/findings").expect(200);
    }
}
