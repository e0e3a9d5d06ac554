package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class RecordsTest {
    private final Api api;

    RecordsTest(TestCounty county) {
        this.api = county.api();
    }

    @Test
    void aResidentAppliesAndTheClerkReadsTheApplication() {
        Resident resident = new Resident(api);
        Reply created =
                resident.create("welfare-applications", resident.application()).expect(201);
        assertThat(created.at("/commitStatus")).isEqualTo("VALID");
        assertThat(created.headers().getETag()).isEqualTo("\"seq-1\"");
        String location = String.valueOf(created.headers().getLocation());
        Reply record = api.read(api.as(Officer.CLERK), location).expect(200);
        assertThat(record.at("/state")).isEqualTo("SUBMITTED");
        assertThat(record.at("/label/zh")).isEqualTo("已提交");
        assertThat(record.headers().getETag()).isEqualTo("\"seq-1\"");
        assertThat(record.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void theHeaderIsReadAsItStandsOnTheLedger() {
        Welfare application = Welfare.submitted(api);
        Reply record = application.read();
        Reply onTheLedger = api.read(api.as(Officer.CLERK), application.path() + "?consistency=ledger")
                .expect(200);
        Header header = CanonicalJson.read(record.body().path("header").toString(), Header.class);
        assertThat(header.id()).isEqualTo(record.at("/id"));
        assertThat(header)
                .isEqualTo(CanonicalJson.read(onTheLedger.body().path("header").toString(), Header.class));
    }

    @Test
    void anActionMovesTheRecordAndCanBeReadAtOnce() {
        Welfare application = Welfare.submitted(api).accepted();
        assertThat(application.read().at("/state")).isEqualTo("ACCEPTED");
        Reply events = api.read(api.as(Officer.CLERK), application.path() + "/events?limit=1")
                .expect(200);
        assertThat(events.at("/items/0/event/step/action")).isEqualTo("submit");
        assertThat(events.numberAt("/nextAfter")).isEqualTo(1);
        Reply rest = api.read(api.as(Officer.CLERK), application.path() + "/events?after=1")
                .expect(200);
        assertThat(rest.at("/items/0/event/step/action")).isEqualTo("accept");
        assertThat(rest.at("/items/0/event/prevEventDigest")).hasSize(64);
    }

    @Test
    void clocksSayTheirLawAndWhatTheyAreCalled() {
        Welfare application = Welfare.submitted(api);
        Reply clocks =
                api.read(api.as(Officer.CLERK), application.path() + "/clocks").expect(200);
        assertThat(clocks.at("/items/0/name")).isEqualTo("ACCEPT");
        assertThat(clocks.at("/items/0/label/en")).isEqualTo("accept");
        assertThat(clocks.at("/items/0/legalBasis")).isEqualTo("SAL 64");
        assertThat(clocks.at("/items/0/state")).isEqualTo("RUNNING");
    }

    @Test
    void allowedActionsAreThoseOfTheOfficersRole() {
        Welfare application = Welfare.submitted(api);
        String path = application.path() + "/allowed-actions";
        Reply clerk = api.read(api.as(Officer.CLERK), path).expect(200);
        assertThat(clerk.body().findValuesAsString("action")).contains("accept").doesNotContain("grant", "withdraw");
        assertThat(clerk.body().findValuesAsString("group")).contains("checkList");
        Reply other = api.read(api.as(Officer.OTHER_TOWN), path).expect(200);
        assertThat(other.body().findValuesAsString("action")).doesNotContain("accept");
    }

    @Test
    void theAliasOfApplicationsLeadsToTheSameRecords() {
        Welfare application = Welfare.submitted(api);
        String alias = "/v1/welfare/applications/" + application.id();
        assertThat(api.read(api.as(Officer.CLERK), alias).expect(200).at("/id")).isEqualTo(application.id());
        api.read(api.as(Officer.CLERK), "/v1/welfare/applications").expect(200);
    }

    @Test
    void aListIsReadInPagesWithoutLossOrRepetition() {
        Set<String> made = new HashSet<>(List.of(
                Welfare.submitted(api).id(),
                Welfare.submitted(api).id(),
                Welfare.submitted(api).id()));
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            Reply page = api.read(api.as(Officer.CLERK), "/v1/welfare-applications?limit=2&cursor={cursor}", cursor)
                    .expect(200);
            page.body()
                    .path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asString())).isTrue());
            assertThat(page.numberAt("/asOf/block")).isPositive();
            cursor = page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).containsAll(made);
    }

    @Test
    void aListIsNarrowedByStateTownAndClocks() {
        Welfare application = Welfare.submitted(api).accepted();
        String list = "/v1/welfare-applications?state=ACCEPTED&town={town}&clockState=RUNNING&limit=200";
        Reply here = api.read(api.as(Officer.CLERK), list, Officer.TOWN).expect(200);
        assertThat(here.body().findValuesAsString("state")).contains("ACCEPTED").doesNotContain("SUBMITTED");
        assertThat(here.body().findValuesAsString("id")).contains(application.id());
        Reply elsewhere = api.read(api.as(Officer.CLERK), list, "330183999").expect(200);
        assertThat(elsewhere.body().path("items")).isEmpty();
        Reply past = api.read(api.as(Officer.CLERK), "/v1/welfare-applications?dueBefore=2026-01-01T00:00:00Z");
        assertThat(past.expect(200).body().path("items")).isEmpty();
        Reply later = api.read(api.as(Officer.CLERK), "/v1/welfare-applications?updatedSince=2199-01-01T00:00:00Z");
        assertThat(later.expect(200).body().path("items")).isEmpty();
        Reply org = api.read(api.as(Officer.CLERK), "/v1/welfare-applications?org=EcologyMSP");
        assertThat(org.expect(200).body().path("items")).isEmpty();
    }

    @Test
    void whatThePublicReadsHasNoStaffNumbers() {
        Reply anybody = api.read(api.anybody(), "/v1/policies/welfare:1").expect(200);
        assertThat(anybody.body().toString()).doesNotContain("CA1007", "GO1001");
        assertThat(anybody.headers().getCacheControl()).isEqualTo("no-cache");
        Reply officer =
                api.read(api.as(Officer.CLERK), "/v1/policies/welfare:1").expect(200);
        assertThat(officer.body().toString()).contains("CA1007");
        Reply events = api.read(api.anybody(), "/v1/policies/welfare:1/events").expect(200);
        assertThat(events.body().toString()).doesNotContain("CA1007", "GO1001");
    }

    @Test
    void anyOfficerMayDeclareOverdueAndIsToldFromWhenOn() {
        Welfare application = Welfare.submitted(api);
        Map<String, Object> body = Map.of("clear", Map.of("clock", "ACCEPT", "n", 1, "level", 1));
        Reply early = api.write(api.as(Officer.REGISTRAR), application.path() + "/actions/declareOverdue", body);
        assertThat(early.expect(409).at("/refusalCode")).isEqualTo("NOT_OVERDUE");
        Reply wrong = api.write(
                api.as(Officer.REGISTRAR),
                application.path() + "/actions/declareOverdue",
                Map.of("clear", Map.of("clock", "ACCEPT", "n", 1, "level", 4)));
        assertThat(wrong.expect(422).at("/errors/0/pointer")).isEqualTo("/clear/level");
    }

    @Test
    void aResidentWithdrawsWithTheRecordsKey() {
        Welfare application = Welfare.submitted(api);
        application
                .resident()
                .act("welfare-applications/" + application.id(), "withdraw")
                .expect(200);
        assertThat(application.read().at("/state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void theSigningRequestOfAnActionCanBeAskedForByGet() {
        Welfare application = Welfare.submitted(api);
        Reply request = Reply.of(api.anybody()
                        .get()
                        .uri(application.path() + "/signing-request?action=withdraw")
                        .header("Idempotency-Key", Api.key())
                        .exchange())
                .expect(200);
        assertThat(request.numberAt("/expectedSeq")).isEqualTo(1);
        byte[] bytes = java.util.Base64.getDecoder().decode(request.at("/bytes"));
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("county/command/v1{\"action\":\"withdraw\",\"chaincode\":\"county\"");
    }
}
