package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Eventually;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedCounty.class)
class OpenDataTest {
    private final TestCounty county;
    private final Api api;

    OpenDataTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    @Test
    void aNoticeIsPublicByPlaceAndDateAndNothingElse() {
        Welfare application = Welfare.submitted(api).onNotice();
        Reply notices = api.read(api.anybody(), "/v1/public/notices?state=UP").expect(200);
        JsonNode notice = null;
        for (JsonNode item : notices.body().path("items")) {
            notice = item.path("id").asString().equals(application.noticeId()) ? item : notice;
        }
        assertThat(Objects.requireNonNull(notice).propertyNames())
                .containsExactlyInAnyOrder("id", "noticeKind", "town", "placeCode", "state", "label", "since", "endAt");
        assertThat(notice.path("placeCode").asString()).isEqualTo("BOARD-1");
        assertThat(Instant.parse(notice.path("endAt").asString()))
                .isAfter(Instant.parse(notice.path("since").asString()));
        assertThat(notices.body().toString()).doesNotContain(application.id(), "CA1001");
        assertThat(notices.headers().getCacheControl()).contains("public");
    }

    @Test
    void whatTheCountyHasSetIsPublicUnderItsOwnName() {
        for (String path : List.of("/v1/public/policies", "/v1/public/calendar", "/v1/public/exceedances")) {
            Reply list = Reply.of(api.anybody()
                    .get()
                    .uri(path)
                    .header("Origin", "https://elsewhere.example")
                    .exchange());
            assertThat(list.expect(200).headers().getAccessControlAllowOrigin()).isEqualTo("*");
        }
        api.read(api.anybody(), "/v1/public/policies/welfare:1").expect(200);
        api.read(api.anybody(), "/v1/public/welfare-applications").expect(404);
        api.read(api.anybody(), "/v1/public/exceedances/nothing/series").expect(404);
        api.read(api.anybody(), "/v1/public/exceedances/nothing/series?before=9999")
                .expect(422);
    }

    @Test
    void aComplaintIsAnOpen311RequestAndAClaimIsNot() {
        Resident complainant = new Resident(api);
        String complaint = complainant
                .create("grievances", complainant.complaint())
                .expect(201)
                .at("/recordId");
        Reply found =
                open311("requests.json?service_code=COMPLAINT&status=open").expect(200);
        assertThat(found.body().isArray()).isTrue();
        assertThat(found.body().findValuesAsString("service_request_id")).contains(complaint);
        Reply one = open311("requests/" + complaint + ".json").expect(200);
        assertThat(one.at("/0/status")).isEqualTo("open");
        assertThat(one.at("/0/service_code")).isEqualTo("COMPLAINT");
        assertThat(one.at("/0/requested_datetime")).endsWith("+08:00");
        assertThat(one.at("/0/expected_datetime")).endsWith("+08:00");
        assertThat(open311("requests.json?status=closed&service_request_id=" + complaint)
                        .expect(200)
                        .body())
                .isEmpty();
        assertThat(open311("requests.json?end_date=2020-01-01T00:00:00Z")
                        .expect(200)
                        .body())
                .isEmpty();
        String application = Welfare.submitted(api).id();
        assertThat(open311("requests/" + application + ".json").expect(404).at("/0/code"))
                .isEqualTo("404");
        open311("requests.json?service_code=CLAIM").expect(404);
        open311("requests.json?status=asleep").expect(400);
        open311("requests.json?start_date=yesterday").expect(400);
        open311("requests.json?service_request_id=' or '1'='1").expect(200);
    }

    private Reply open311(String path) {
        return api.read(api.anybody(), "/open311/v2/" + path);
    }

    @Test
    void everyOpen311AnswerHasAnXmlForm() {
        Resident complainant = new Resident(api);
        String complaint = complainant
                .create("grievances", complainant.complaint())
                .expect(201)
                .at("/recordId");
        assertThat(xml("discovery.xml", 200)).contains("<discovery><changeset>", "<endpoints><endpoint>");
        assertThat(xml("services.xml", 200))
                .contains("<services><service><service_code>CONSULT</service_code>")
                .doesNotContain("CLAIM", "DISPUTE");
        assertThat(xml("services/HELP.xml", 200)).contains("<service_definition><service_code>HELP<");
        assertThat(xml("requests/" + complaint + ".xml", 200))
                .contains("<service_requests><request><service_request_id>" + complaint + "<");
        assertThat(xml("services/CLAIM.xml", 404)).contains("<errors><error>", "<code>404</code>");
    }

    private String xml(String path, int status) {
        return new String(
                Objects.requireNonNull(api.anybody()
                        .get()
                        .uri("/open311/v2/" + path)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectHeader()
                        .contentType("text/xml;charset=UTF-8")
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    @Test
    void anOperationIsATokenAndReportsAreSignedElsewhere() {
        Resident complainant = new Resident(api);
        Reply created =
                complainant.create("grievances", complainant.complaint()).expect(201);
        Reply token = open311("tokens/" + created.at("/opId") + ".json").expect(200);
        assertThat(token.at("/0/service_request_id")).isEqualTo(created.at("/recordId"));
        open311("tokens/00000000-0000-0000-0000-000000000000.json").expect(404);
        open311("tokens/nothing.json").expect(404);
        Reply discovery = api.read(api.anybody(), "/.well-known/open311").expect(200);
        assertThat(discovery.at("/endpoints/0/specification")).contains("GeoReport_v2");
        report("service_code=HELP&description=x&address_id=330183001", "json").expect(403);
    }

    private Reply report(String form, String format) {
        return Reply.of(api.anybody()
                .post()
                .uri("/open311/v2/requests." + format)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .bodyValue(form)
                .exchange());
    }

    @Test
    void anApplicationReportsForSomebodyWithAnOfficersKey() {
        String form = "api_key=" + county.issuer().token(Officer.REGISTRAR.subject())
                + "&service_code=HELP&address_id=330183001&description=a+fallen+tree&lat=30.1&long=119.9";
        Reply reply = report(form, "json").expect(201);
        String token = reply.at("/0/token");
        Reply committed = Eventually.eventually(
                () -> open311("tokens/" + token + ".json").expect(200),
                found -> !found.at("/0/service_request_id").isEmpty());
        String id = committed.at("/0/service_request_id");
        Eventually.eventually(() -> open311("requests/" + id + ".json"), found -> found.status() == 200);
        Reply record =
                api.read(api.as(Officer.REGISTRAR), "/v1/grievances/" + id).expect(200);
        assertThat(record.at("/header/fields/mode")).isEqualTo("ANONYMOUS");
        assertThat(record.at("/header/fields/category")).isEqualTo("HELP");
        assertThat(county.databaseContains("fallen tree")).isFalse();
        assertThat(county.chainContains("fallen tree".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void aReportWithANameIsConfidentialAndTheNameStandsNowhereInClear() {
        String form = "api_key=" + county.issuer().token(Officer.REGISTRAR.subject())
                + "&service_code=COMPLAINT&address_id=330183001&description=noise&first_name=Zhang&phone=13800009999";
        String token = report(form, "json").expect(201).at("/0/token");
        Reply committed = Eventually.eventually(
                () -> open311("tokens/" + token + ".json").expect(200),
                found -> !found.at("/0/service_request_id").isEmpty());
        Reply record = api.read(api.as(Officer.REGISTRAR), "/v1/grievances/" + committed.at("/0/service_request_id"))
                .expect(200);
        assertThat(record.at("/header/fields/mode")).isEqualTo("CONFIDENTIAL");
        assertThat(county.databaseContains("13800009999")).isFalse();
    }

    @Test
    void aReportThatIsNotWholeIsRefusedInTheWordsOfGeoReport() {
        String key = "&api_key=" + county.issuer().token(Officer.REGISTRAR.subject());
        assertThat(report("description=x" + key, "json").expect(400).at("/0/description"))
                .contains("service_code");
        report("service_code=CLAIM&description=x&address_id=330183001" + key, "json")
                .expect(404);
        report("service_code=HELP&description=x" + key, "json").expect(400);
        report("service_code=HELP&address_id=330183001" + key, "json").expect(400);
        report("service_code=HELP&description=x&address_id=330183001&attribute[x]=y" + key, "json")
                .expect(400);
        assertThat(report("service_code=HELP&description=x&address_id=330183001&api_key=no", "json")
                        .expect(403)
                        .at("/0/code"))
                .isEqualTo("403");
        report("service_code=HELP&description=x&address_id=330183001" + key, "xml")
                .expect(201);
    }
}
