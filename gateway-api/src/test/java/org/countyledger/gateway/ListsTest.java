package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.countyledger.client.signing.P256Signer;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class ListsTest {
    private final Api api;

    ListsTest(TestCounty county) {
        this.api = county.api();
    }

    private String sensor(long longitudeMicrodegrees, long latitudeMicrodegrees) {
        Map<String, Object> clear = Map.of(
                "key",
                P256Signer.generate().spki(),
                "model",
                "TEOM-1405",
                "town",
                Officer.TOWN,
                "longitudeMicrodegrees",
                longitudeMicrodegrees,
                "latitudeMicrodegrees",
                latitudeMicrodegrees,
                "firmwareDigest",
                "a".repeat(64));
        return api.write(api.as(Officer.INSTALLER), "/v1/sensors", Map.of("clear", clear))
                .expect(201)
                .at("/recordId");
    }

    @Test
    void sensorsAreFoundByTheirPlaceOnTheMap() {
        String here = sensor(119_960_000, 30_050_000);
        String there = sensor(-70_500_000, -33_400_000);
        assertThat(found("bbox=119.9,30,120,30.1")).contains(here).doesNotContain(there);
        assertThat(found("bbox=-71,-34,-70,-33")).contains(there).doesNotContain(here);
        assertThat(found("near=119.961,30.05,200")).contains(here).doesNotContain(there);
        assertThat(found("near=119.965,30.05,200")).doesNotContain(here, there);
        assertThat(found("near=-70.5,-33.4,0")).contains(there);
        for (String bad : new String[] {
            "bbox=1,2,3", "bbox=5,0,1,1", "bbox=0,0,181,1", "bbox=a,b,c,d", "near=1,2,-3", "near=1,91,3", "near=1e3,2,3"
        }) {
            assertThat(api.read(api.anybody(), "/v1/sensors?" + bad).expect(422).at("/code"))
                    .as(bad)
                    .isEqualTo("validation-failed");
        }
    }

    private String found(String where) {
        return api.read(api.anybody(), "/v1/sensors?limit=200&" + where)
                .expect(200)
                .body()
                .findValuesAsString("id")
                .toString();
    }

    @Test
    void aRecordReadFromTheLedgerIsTheOneOfTheProjection() {
        Welfare application = Welfare.submitted(api).accepted();
        Reply projected = application.read();
        Reply asked = api.read(api.as(Officer.CLERK), application.path() + "?consistency=ledger")
                .expect(200);
        assertThat(asked.body().path("header")).isEqualTo(projected.body().path("header"));
        assertThat(asked.headers().getETag()).isEqualTo("\"seq-2\"");
        assertThat(asked.numberAt("/asOf/block")).isGreaterThanOrEqualTo(projected.numberAt("/asOf/block"));
        Reply anybody = api.read(api.anybody(), "/v1/policies/welfare:1?consistency=ledger")
                .expect(200);
        assertThat(anybody.body().toString()).doesNotContain("CA1007");
    }

    @Test
    void theLedgerIsAskedUnderTheSameRightsAndAnswersAlike() {
        Welfare application = Welfare.submitted(api);
        api.read(api.anybody(), application.path() + "?consistency=ledger").expect(401);
        api.read(api.as(Officer.CLERK), application.path() + "?consistency=peer")
                .expect(400);
        Reply unknown = api.read(
                api.as(Officer.CLERK),
                "/v1/welfare-applications/00000000-0000-8000-8000-000000000000?consistency=ledger");
        assertThat(unknown.expect(404).at("/code")).isEqualTo("not-found-or-hidden");
        String traversal =
                Base64.getUrlEncoder().encodeToString("a~b".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        api.read(api.as(Officer.CLERK), "/v1/welfare-applications/%7E" + traversal + "?consistency=ledger")
                .expect(404);
    }
}
