package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Contents;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Private values over HTTP: staged before they are named, read after a trace, never seen on the way. */
@ExtendWith(SharedCounty.class)
class ContentsTest {
    private static final String SECRET = "Li Si 330183198001011234 13800001111";

    private final TestCounty county;
    private final Api api;

    ContentsTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    private Reply readAs(Officer officer, String record, String group, String purpose) {
        return Reply.of(api.as(officer)
                .get()
                .uri(record + "/content/" + group)
                .headers(headers -> {
                    if (!purpose.isEmpty()) {
                        headers.add("X-Purpose-Record", purpose);
                    }
                })
                .exchange());
    }

    private Reply stageJson(Officer officer, String path, String key, Object content) {
        return api.write(
                api.as(officer), path, Map.of("content", content), request -> request.header("Idempotency-Key", key));
    }

    @Test
    void aCommandWithoutItsContentIsRefusedByTheGroupThatIsMissing() {
        Welfare welfare = Welfare.submitted(api).declareNone(Officer.CLERK);
        Reply refused = api.write(
                        api.as(Officer.CLERK),
                        welfare.path() + "/actions/accept",
                        Map.of(
                                "expectedSeq",
                                1,
                                "clear",
                                Map.of("dupCheck", "NONE"),
                                "commitments",
                                Map.of("checkList", "a".repeat(64))))
                .expect(422);
        assertThat(refused.at("/refusalCode")).isEqualTo("NOT_STAGED");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/commitments/checkList");
    }

    @Test
    void anOfficerLeavesTheSaltToTheGatewayAndARepeatStagesTheSame() {
        Welfare welfare = Welfare.submitted(api).declareNone(Officer.CLERK);
        String path = welfare.path() + "/content/checkList";
        String key = Api.key();
        Reply first =
                stageJson(Officer.CLERK, path, key, Map.of("text", SECRET)).expect(201);
        Reply again =
                stageJson(Officer.CLERK, path, key, Map.of("text", SECRET)).expect(200);
        assertThat(again.at("/commitment")).isEqualTo(first.at("/commitment"));
        assertThat(first.numberAt("/n")).isEqualTo(1);
        stageJson(Officer.CLERK, path, Api.key(), Map.of("text", SECRET)).expect(409);
        Reply next = stageJson(Officer.CLERK, path + "?n=2", Api.key(), Map.of("text", SECRET))
                .expect(201);
        assertThat(next.at("/commitment")).isNotEqualTo(first.at("/commitment"));
        api.write(
                        api.as(Officer.CLERK),
                        welfare.path() + "/actions/accept",
                        Map.of(
                                "expectedSeq",
                                1,
                                "clear",
                                Map.of("dupCheck", "NONE", "staged", Map.of("checkList", 2)),
                                "commitments",
                                Map.of("checkList", next.at("/commitment"))))
                .expect(200);
    }

    @Test
    void nobodyStagesWithoutTokenOrSignatureAndNobodyForAnotherRole() {
        Welfare welfare = Welfare.submitted(api);
        Map<String, String> body = Map.of("value", Contents.base64(Contents.of(Kind.WELFARE_APPLICATION, "opinion")));
        Reply anonymous = api.write(api.anybody(), welfare.path() + "/content/opinion", body);
        assertThat(anonymous.status()).isIn(403, 422);
        Contents.stage(api, Officer.DECIDER, welfare.path(), Contents.of(Kind.WELFARE_APPLICATION, "opinion"))
                .expect(403);
        Reply salted =
                api.write(api.anybody(), welfare.path() + "/content/opinion", Map.of("content", Map.of("text", "x")));
        assertThat(salted.status()).isEqualTo(422);
    }

    @Test
    void anOfficerWithoutAPurposeReadsNothing() {
        Welfare welfare = Welfare.submitted(api);
        assertThat(readAs(Officer.CLERK, welfare.path(), "form", "").expect(403).at("/code"))
                .isEqualTo("purpose-required");
        assertThat(accessRecords(welfare.id())).isEmpty();
    }

    @Test
    void anOfficerReadsUnderATraceThatIsOnTheLedger() {
        Welfare welfare = Welfare.submitted(api);
        Reply read = readAs(Officer.CLERK, welfare.path(), "form", welfare.id()).expect(200);
        assertThat(read.at("/content/text")).isEqualTo("the form");
        assertThat(read.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(Digests.sha256Hex(Base64.getDecoder().decode(read.at("/value"))))
                .isEqualTo(read.at("/commitment"))
                .isEqualTo(Contents.of(Kind.WELFARE_APPLICATION, "form").commitment());
        Reply access = api.read(api.as(Officer.CLERK), "/v1/access-records/" + read.at("/accessRecord"))
                .expect(200);
        assertThat(access.at("/header/fields/outcome")).isEqualTo("GIVEN");
        assertThat(access.at("/header/fields/staff")).isEqualTo("CA1001");
    }

    @Test
    void aDeniedTryIsOnTheLedgerToo() {
        Welfare welfare = Welfare.submitted(api);
        Reply denied =
                readAs(Officer.OTHER_TOWN, welfare.path(), "form", welfare.id()).expect(403);
        assertThat(denied.body().toString()).doesNotContain("the form");
        Reply access = api.read(api.as(Officer.CLERK), denied.at("/links/access-record"))
                .expect(200);
        assertThat(access.at("/header/fields/outcome")).isEqualTo("DENIED");
        assertThat(access.at("/header/fields/recordId")).isEqualTo(welfare.id());
    }

    @Test
    void aResidentReadsByKeyAndNobodyElseDoes() {
        Welfare welfare = Welfare.submitted(api);
        Reply own = welfare.resident()
                .read("welfare-applications", welfare.id(), "form")
                .expect(200);
        assertThat(own.at("/content/text")).isEqualTo("the form");
        new Resident(api).read("welfare-applications", welfare.id(), "form").expect(403);
        api.read(api.anybody(), welfare.path() + "/content/form").expect(401);
    }

    @Test
    void aValueThatWasShownIsReadAtTheOtherOrganisation() {
        Welfare welfare = Welfare.submitted(api);
        readAs(Officer.AUDITOR, welfare.path(), "form", welfare.id()).expect(404);
        WebTestClient clerk = api.as(Officer.CLERK)
                .mutate()
                .defaultHeader("X-Purpose-Record", welfare.id())
                .build();
        api.write(clerk, welfare.path() + "/content/form/disclosures", Map.of("recipient", "AuditMSP"))
                .expect(201);
        assertThat(readAs(Officer.AUDITOR, welfare.path(), "form", welfare.id())
                        .expect(200)
                        .at("/content/text"))
                .isEqualTo("the form");
        api.write(clerk, welfare.path() + "/content/form/disclosures", Map.of("recipient", "EcologyMSP"))
                .expect(403);
    }

    @Test
    void aNoticeWithAnIdentityNumberIsRefusedWithoutEchoingIt() {
        Welfare welfare = Welfare.submitted(api).opinionGiven();
        Reply refused = stageJson(
                        Officer.CLERK, welfare.path() + "/content/text", Api.key(), Map.of("text", "公示：" + SECRET))
                .expect(422);
        assertThat(refused.at("/code")).isEqualTo("notice-lint-failed");
        assertThat(refused.body().toString()).doesNotContain("330183198001011234");
    }

    @Test
    void malformedContentIsRefusedWithoutEchoingIt() {
        String path = "/v1/welfare-applications/"
                + IdempotencyKey.parse(Api.key()).recordId(Kind.WELFARE_APPLICATION) + "/content/form";
        for (Map<String, ?> body : List.of(
                Map.of("value", "***" + SECRET),
                Map.of("value", Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))),
                Map.of("colour", SECRET),
                Map.of("content", Map.of("text", SECRET)))) {
            Reply refused = api.write(api.anybody(), path, body);
            assertThat(refused.status()).isBetween(400, 422);
            assertThat(refused.body().toString()).doesNotContain("Li Si").doesNotContain("13800001111");
        }
    }

    @Test
    void nothingThatWasStagedIsInABlockOrInTheReadModel() {
        Resident resident = new Resident(api);
        String key = Api.key();
        String id = IdempotencyKey.parse(key).recordId(Kind.GRIEVANCE);
        PrivateValue text = Contents.of(Kind.GRIEVANCE, "text", SECRET);
        resident.stage("grievances", id, text).expect(201);
        byte[] canary = SECRET.getBytes(StandardCharsets.UTF_8);
        assertThat(county.chainContains(text.commitment().getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(county.chainContains(canary)).isFalse();
        assertThat(county.databaseContains(SECRET)).isFalse();
        assertThat(county.databaseContains("Li Si")).isFalse();
    }

    private List<String> accessRecords(String recordId) {
        Reply page =
                api.read(api.as(Officer.CLERK), "/v1/access-records?limit=200").expect(200);
        return page.body()
                .path("items")
                .valueStream()
                .filter(item -> item.at("/header/fields/recordId").asString("").equals(recordId))
                .map(item -> item.path("id").asString(""))
                .toList();
    }
}
