package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Issuer;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class SecurityTest {
    private static final String PRIVATE = "/v1/welfare-applications";

    private final TestCounty county;
    private final Api api;

    SecurityTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    @Test
    void privateKindsNeedATokenAndPublicKindsDoNot() {
        Reply reply = api.read(api.anybody(), PRIVATE).expect(401);
        assertThat(reply.at("/code")).isEqualTo("authentication-required");
        assertThat(reply.headers().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        api.read(api.anybody(), "/v1/policies").expect(200);
        api.read(api.anybody(), "/v1/sensors").expect(200);
        api.read(api.as(Officer.CLERK), PRIVATE).expect(200);
    }

    @Test
    void tokensOfAnotherIssuerWithoutSignatureOrOutOfTimeAreNotTaken() {
        Issuer stranger = new Issuer("county-test");
        Issuer ours = county.issuer();
        String subject = Officer.CLERK.subject();
        api.read(api.withToken(stranger.token(subject)), PRIVATE).expect(401);
        api.read(api.withToken(ours.unsignedToken(subject)), PRIVATE).expect(401);
        api.read(api.withToken(ours.token(subject, Duration.ofMinutes(-10))), PRIVATE)
                .expect(401);
        api.read(api.withToken("nonsense"), PRIVATE).expect(401);
        api.read(api.withToken(ours.unsignedToken(subject)), "/v1/policies").expect(401);
    }

    @Test
    void aValidTokenOfNobodyWeKnowIsForbidden() {
        String token = county.issuer().token("XX9999.COUNTY_DECIDER");
        assertThat(api.read(api.withToken(token), PRIVATE).expect(403).at("/code"))
                .isEqualTo("not-allowed");
        String machine = county.issuer().token("CivilAffairsMSP.CONDUIT");
        api.read(api.withToken(machine), PRIVATE).expect(403);
    }

    @Test
    void roleAndDepartmentComeFromTheCertificateAndNotFromTheToken() {
        Welfare application = Welfare.submitted(api);
        Reply allowed = api.read(api.as(Officer.CLERK), application.path() + "/allowed-actions")
                .expect(200);
        assertThat(allowed.body().findValuesAsString("role")).containsOnly("TOWN_CLERK");
    }

    @Test
    void aCommandWithoutTokenAndWithoutSignatureIsNobodys() {
        Resident resident = new Resident(api);
        api.write(api.anybody(), PRIVATE, resident.application()).expect(422);
        Map<String, Object> timed = new java.util.HashMap<>(resident.application());
        timed.put("notAfter", java.time.Instant.now().plusSeconds(60).toString());
        timed.put("action", "submit");
        api.write(api.anybody(), PRIVATE, timed).expect(401);
    }

    @Test
    void aSignatureOverAnotherCommandIsRefused() {
        Resident resident = new Resident(api);
        String key = Api.key();
        Map<String, Object> signed = resident.signed(resident.application(), PRIVATE + "/signing-request", key);
        Map<String, Object> changed = new java.util.HashMap<>(signed);
        changed.put("notAfter", java.time.Instant.now().plusSeconds(7200).toString());
        Reply reply = api.write(api.anybody(), PRIVATE, changed, request -> request.header("Idempotency-Key", key));
        assertThat(reply.expect(403).at("/refusalCode")).isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void everyAnswerHasItsRequestsId() {
        Reply own = Reply.of(api.anybody()
                .get()
                .uri("/")
                .header("X-Request-Id", "trace-0001")
                .exchange());
        assertThat(own.headers().getFirst("X-Request-Id")).isEqualTo("trace-0001");
        Reply given = api.read(api.anybody(), "/nothing");
        assertThat(given.headers().getFirst("X-Request-Id")).hasSizeGreaterThan(16);
    }
}
