package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

@ExtendWith(SharedCounty.class)
class ProblemsTest {
    private static final String APPLICATIONS = "/v1/welfare-applications";

    private final Api api;

    ProblemsTest(TestCounty county) {
        this.api = county.api();
    }

    @Test
    void everythingThatIsWrongWithABodyIsSaidAtOnce() {
        String body = """
                {"expectedSeq": 1.5, "color": "red", "clear": {"a": 1.5, "b": null, "n": 99999999999999999999},
                 "commitments": {"form": "ABC"}, "notAfter": "tomorrow", "signatures": [{"keyRole": "KING"}]}""";
        Reply reply = api.write(api.as(Officer.CLERK), APPLICATIONS, body).expect(422);
        assertThat(reply.at("/code")).isEqualTo("validation-failed");
        assertThat(reply.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(reply.body().findValuesAsString("pointer"))
                .contains(
                        "/expectedSeq",
                        "/color",
                        "/clear/a",
                        "/clear/b",
                        "/clear/n",
                        "/commitments/form",
                        "/notAfter",
                        "/signatures/0/keyRole",
                        "/signatures/0/spki",
                        "/signatures/0/signature");
    }

    @Test
    void aNameThatIsGivenTwiceIsRefusedWithItsPlace() {
        String body = "{\"clear\": {\"dupCheck\": \"NONE\", \"dupCheck\": \"POSSIBLE\"}}";
        Reply reply = api.write(api.as(Officer.CLERK), APPLICATIONS, body).expect(400);
        assertThat(reply.at("/code")).isEqualTo("malformed-request");
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/clear/dupCheck");
        api.write(api.as(Officer.CLERK), APPLICATIONS, "{\"clear\":").expect(400);
        api.write(api.as(Officer.CLERK), APPLICATIONS, "[]").expect(422);
    }

    @Test
    void everyFieldThatTheTableRefusesIsSaidAtOnceAndInBothLanguages() {
        Welfare application = Welfare.submitted(api).declareNone(Officer.CLERK);
        Map<String, Object> clear = Map.of("dupCheck", "PERHAPS", "colour", "red");
        Reply chinese = application
                .act(Officer.CLERK, "accept", clear, List.of("photo"))
                .expect(422);
        assertThat(chinese.body().findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/clear/colour", "/clear/dupCheck", "/commitments/checkList", "/commitments/photo");
        assertThat(chinese.at("/detail")).isEqualTo("存在未定义的字段。");
        assertThat(chinese.headers().getFirst("Content-Language")).isEqualTo("zh-CN");
        Reply english = api.write(
                        api.as(Officer.CLERK),
                        application.path() + "/actions/accept",
                        Map.of("expectedSeq", 1),
                        request -> request.header("Idempotency-Key", Api.key()).header("Accept-Language", "en"))
                .expect(422);
        assertThat(english.at("/detail")).isEqualTo("A required field is missing.");
        assertThat(english.at("/rule")).isEqualTo("A09");
    }

    @Test
    void anIllegalTransitionLeadsToWhatIsAllowed() {
        Welfare application = Welfare.submitted(api);
        Reply reply =
                application.act(Officer.DECIDER, "grant", Map.of(), List.of()).expect(409);
        assertThat(reply.at("/code")).isEqualTo("illegal-transition");
        assertThat(reply.at("/refusalCode")).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(reply.at("/links/allowedActions")).isEqualTo(application.path() + "/allowed-actions");
        assertThat(reply.at("/instance")).startsWith("/v1/operations/");
        assertThat(reply.at("/txId")).hasSize(64);
    }

    @Test
    void aStaleSequenceIsAFailedPrecondition() {
        Welfare application = Welfare.submitted(api).accepted();
        Map<String, Object> body = Map.of("clear", Map.of("dupCheck", "NONE"));
        Reply byHeader = api.write(
                        api.as(Officer.CLERK),
                        application.path() + "/actions/accept",
                        body,
                        request -> request.header("Idempotency-Key", Api.key()).header("If-Match", "\"seq-1\""))
                .expect(412);
        assertThat(byHeader.at("/code")).isEqualTo("stale-seq");
        Reply neither = api.write(api.as(Officer.CLERK), application.path() + "/actions/accept", body)
                .expect(422);
        assertThat(neither.at("/errors/0/pointer")).isEqualTo("/expectedSeq");
    }

    @Test
    void whoDidNotDeclareInterestsOrIsOfAnotherOfficeMayNotAct() {
        Welfare application = Welfare.submitted(api);
        Map<String, Object> clear = Map.of("dupCheck", "NONE");
        Reply undeclared = application
                .act(Officer.CLERK, "accept", clear, List.of("checkList"))
                .expect(403);
        assertThat(undeclared.at("/code")).isEqualTo("recusal-required");
        Reply otherTown = application
                .act(Officer.OTHER_TOWN, "accept", clear, List.of("checkList"))
                .expect(403);
        assertThat(otherTown.at("/refusalCode")).isEqualTo("WRONG_AREA");
        Reply otherRole = application
                .act(Officer.REGISTRAR, "accept", clear, List.of("checkList"))
                .expect(403);
        assertThat(otherRole.at("/refusalCode")).isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void anotherDepartmentsOfficerIsRefused() {
        Welfare application = Welfare.submitted(api).onNotice();
        org.countyledger.gateway.testing.Eventually.eventually(
                application::read, record -> record.at("/state").equals("COUNTY_REVIEW"));
        Reply reply = api.write(
                        api.as(Officer.EDUCATION_DECIDER),
                        application.path() + "/actions/grant",
                        Map.of("expectedSeq", application.read().numberAt("/seq")))
                .expect(403);
        assertThat(reply.at("/code")).isEqualTo("not-allowed");
        assertThat(reply.at("/refusalCode")).isEqualTo("WRONG_DEPARTMENT");
    }

    @Test
    void aSurveyorMayNotGiveTheOpinion() {
        Welfare application = Welfare.submitted(api).accepted();
        Reply reply = application
                .act(
                        Officer.CLERK,
                        "startVerification",
                        Map.of("surveyors", List.of("CA1001", "CA1001")),
                        List.of("order"))
                .expect(422);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/clear/surveyors");
    }

    @Test
    void aCommandNeedsAWellFormedIdempotencyKey() {
        Resident resident = new Resident(api);
        Reply missing = Reply.of(api.anybody()
                .post()
                .uri(APPLICATIONS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(resident.application())
                .exchange());
        assertThat(missing.expect(400).at("/code")).isEqualTo("idempotency-key-missing");
        Reply weak =
                api.write(api.anybody(), APPLICATIONS, Map.of(), request -> request.header("Idempotency-Key", "short"));
        assertThat(weak.expect(400).at("/errors/0/pointer")).isEqualTo("Idempotency-Key");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Resident resident = new Resident(api);
        String key = Api.key();
        resident.create("welfare-applications", resident.application(), key).expect(201);
        Map<String, Object> other = new HashMap<>(resident.application());
        Map<String, Object> clear = new HashMap<>(cast(other.get("clear")));
        clear.put("band", "5+");
        other.put("clear", clear);
        Reply reply = resident.create("welfare-applications", other, key).expect(422);
        assertThat(reply.at("/code")).isEqualTo("idempotency-key-reused");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(@org.jspecify.annotations.Nullable Object value) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(value);
    }

    @Test
    void unknownCollectionsRecordsAndActionsAreNotFound() {
        for (String path : List.of("/v1/unicorns", APPLICATIONS + "/nobody", "/v1/operations/x", "/nothing/here")) {
            Reply reply = api.read(api.as(Officer.CLERK), path).expect(404);
            assertThat(reply.at("/code")).isEqualTo("not-found-or-hidden");
        }
        api.write(api.as(Officer.CLERK), APPLICATIONS + "/x/actions/fly", Map.of())
                .expect(404);
        Map<String, Object> body = Map.of("expectedSeq", 1, "clear", Map.of("dupCheck", "NONE"));
        String unknown = APPLICATIONS + "/00000000-0000-8000-8000-000000000000/actions/accept";
        assertThat(api.write(api.as(Officer.CLERK), unknown, body).expect(404).at("/refusalCode"))
                .isEqualTo("UNKNOWN_RECORD");
    }

    @Test
    void whatTheFrameworkRefusesHasTheSameForm() {
        Reply method =
                Reply.of(api.anybody().delete().uri("/v1/policies").exchange()).expect(405);
        assertThat(method.at("/code")).isEqualTo("method-not-allowed");
        Reply type = Reply.of(api.anybody()
                        .post()
                        .uri(APPLICATIONS)
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("hello")
                        .exchange())
                .expect(415);
        assertThat(type.at("/code")).isEqualTo("unsupported-media-type");
        Reply large = api.write(api.anybody(), APPLICATIONS, "{\"clear\":\"" + "x".repeat(300_000) + "\"}")
                .expect(413);
        assertThat(large.at("/code")).isEqualTo("payload-too-large");
    }

    @Test
    void parametersThatCannotBeReadAreNamed() {
        Reply since = api.read(api.as(Officer.CLERK), APPLICATIONS + "?updatedSince=yesterday")
                .expect(400);
        assertThat(since.at("/errors/0/pointer")).isEqualTo("updatedSince");
        Reply limit =
                api.read(api.as(Officer.CLERK), APPLICATIONS + "?limit=201").expect(422);
        assertThat(limit.at("/errors/0/pointer")).isEqualTo("limit");
        Reply cursor =
                api.read(api.as(Officer.CLERK), APPLICATIONS + "?cursor=%21").expect(422);
        assertThat(cursor.at("/errors/0/pointer")).isEqualTo("cursor");
    }

    @Test
    void whatPathAndBodySayMustAgree() {
        Welfare application = Welfare.submitted(api);
        Reply action = api.write(
                        api.as(Officer.CLERK),
                        application.path() + "/actions/accept",
                        Map.of("expectedSeq", 1, "action", "grant"))
                .expect(422);
        assertThat(action.at("/errors/0/pointer")).isEqualTo("/action");
        Reply creation = api.write(api.as(Officer.CLERK), "/v1/conflicts", Map.of("expectedSeq", 3))
                .expect(422);
        assertThat(creation.at("/errors/0/pointer")).isEqualTo("/expectedSeq");
    }
}
