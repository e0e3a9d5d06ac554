package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Contents;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class ScopesTest {
    private static final String STAFF = "CA100";

    private final Api api;

    ScopesTest(TestCounty county) {
        this.api = county.api();
    }

    @Test
    void whoDidItIsForThoseWhoWorkOnTheRecordAndForAuditors() {
        Welfare application = Welfare.submitted(api).accepted();
        for (Officer insider : List.of(Officer.CLERK, Officer.TOWN_LEAD, Officer.AUDITOR)) {
            assertThat(read(insider, application).body().toString())
                    .as(insider.subject())
                    .contains(STAFF);
            assertThat(events(insider, application).body().toString())
                    .as(insider.subject())
                    .contains(STAFF);
        }
        for (Officer outsider : List.of(Officer.OTHER_TOWN, Officer.REGISTRAR, Officer.INSTALLER)) {
            assertThat(read(outsider, application).body().toString())
                    .as(outsider.subject())
                    .doesNotContain(STAFF);
            assertThat(events(outsider, application).body().toString())
                    .as(outsider.subject())
                    .doesNotContain(STAFF);
            assertThat(list(outsider, "").body().toString())
                    .as(outsider.subject())
                    .doesNotContain(STAFF);
        }
        assertThat(api.read(api.as(Officer.REGISTRAR), application.path() + "?consistency=ledger")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain(STAFF);
    }

    private Reply read(Officer officer, Welfare application) {
        return api.read(api.as(officer), application.path()).expect(200);
    }

    private Reply events(Officer officer, Welfare application) {
        return api.read(api.as(officer), application.path() + "/events").expect(200);
    }

    private Reply list(Officer officer, String query) {
        return api.read(api.as(officer), "/v1/welfare-applications?limit=200" + query)
                .expect(200);
    }

    @Test
    void myListHoldsWhatMyDepartmentAndTownWorkOn() {
        String id = Welfare.submitted(api).id();
        assertThat(ids(list(Officer.CLERK, "&scope=mine"))).contains(id);
        assertThat(ids(list(Officer.OTHER_TOWN, "&scope=mine"))).doesNotContain(id);
        assertThat(ids(list(Officer.EDUCATION_DECIDER, "&scope=mine"))).doesNotContain(id);
        assertThat(ids(list(Officer.REGISTRAR, "&scope=mine"))).isEmpty();
        assertThat(ids(list(Officer.OTHER_TOWN, "&scope=all"))).contains(id);
        api.read(api.as(Officer.CLERK), "/v1/welfare-applications?scope=theirs").expect(400);
        api.read(api.anybody(), "/v1/sensors?scope=mine").expect(401);
    }

    private static List<String> ids(Reply page) {
        return page.body().path("items").findValuesAsString("id");
    }

    @Test
    void anotherOfficersDeclarationOfInterestsDoesNotExist() {
        Welfare application = Welfare.submitted(api).declareNone(Officer.CLERK);
        String path = "/v1/conflicts/"
                + RecordId.conflictDeclaration(
                        application.id(), Officer.CLERK.staff().orElseThrow());
        api.read(api.as(Officer.CLERK), path).expect(200);
        api.read(api.as(Officer.AUDITOR), path).expect(200);
        Reply hidden = api.read(api.as(Officer.SECOND_CLERK), path).expect(404);
        Reply missing = api.read(api.as(Officer.SECOND_CLERK), "/v1/conflicts/" + "0".repeat(64))
                .expect(404);
        assertThat(hidden.at("/code")).isEqualTo(missing.at("/code"));
        api.read(api.as(Officer.SECOND_CLERK), path + "/events").expect(404);
        api.read(api.as(Officer.SECOND_CLERK), path + "?consistency=ledger").expect(404);
        assertThat(api.read(api.as(Officer.SECOND_CLERK), "/v1/conflicts?limit=200")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain(application.id());
    }

    @Test
    void whatWasSealedIsHiddenFromAllButTheRegistrarsAndAuditors() {
        var handover = Contents.of(Kind.GRIEVANCE, "handover");
        String key = Api.key();
        String id = org.countyledger.domain.record.IdempotencyKey.parse(key).recordId(Kind.GRIEVANCE);
        Contents.stage(api, Officer.REGISTRAR, "/v1/grievances/" + id, handover);
        api.write(
                        api.as(Officer.REGISTRAR),
                        "/v1/grievances",
                        Map.of("action", "seal", "commitments", Map.of("handover", handover.commitment())),
                        request -> request.header("Idempotency-Key", key))
                .expect(201);
        api.read(api.as(Officer.REGISTRAR), "/v1/grievances/" + id).expect(200);
        api.read(api.as(Officer.AUDITOR), "/v1/grievances/" + id).expect(200);
        api.read(api.as(Officer.CLERK), "/v1/grievances/" + id).expect(404);
        api.read(api.as(Officer.CLERK), "/v1/grievances/" + id + "/clocks").expect(404);
        assertThat(api.read(api.as(Officer.CLERK), "/v1/grievances?limit=200")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain(id);
    }
}
