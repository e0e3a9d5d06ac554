package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Eventually;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.OpenIdServer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class OpenIdTest {
    private static final String PRIVATE = "/v1/welfare-applications";

    private final TestCounty county;
    private final Api api;
    private final OpenIdServer provider;

    OpenIdTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
        this.provider = county.provider();
    }

    private Reply read(String token) {
        return api.read(api.withToken(token), PRIVATE);
    }

    private Reply eventuallyRead(String token) {
        return Eventually.eventually(() -> read(token), reply -> reply.status() == 200);
    }

    @Test
    void anOfficersTokenOfTheProviderLeadsToTheOfficersCertificate() {
        String token = provider.token(Officer.CLERK.subject(), OpenIdServer.AUDIENCE);
        eventuallyRead(token);
        assertThat(read(provider.token("XX9999.COUNTY_DECIDER", OpenIdServer.AUDIENCE))
                        .expect(403)
                        .at("/code"))
                .isEqualTo("not-allowed");
        assertThat(api.read(api.anybody(), "/actuator/health").expect(200).at("/components/oidc/status"))
                .isEqualTo("UP");
    }

    @Test
    void aTokenForSomebodyElseOrBySomebodyElsesKeyIsNotTaken() {
        eventuallyRead(provider.token(Officer.CLERK.subject(), OpenIdServer.AUDIENCE));
        read(provider.token(Officer.CLERK.subject(), "another-service")).expect(401);
        String own = county.issuer().token(Officer.CLERK.subject());
        String[] parts =
                provider.token(Officer.CLERK.subject(), OpenIdServer.AUDIENCE).split("\\.", -1);
        read(parts[0] + "." + parts[1] + "." + own.split("\\.", -1)[2]).expect(401);
        read(own).expect(200);
    }

    @Test
    void aNewKeyOfTheProviderIsLearntAndTheOldOneForgotten() {
        String old = provider.token(Officer.CLERK.subject(), OpenIdServer.AUDIENCE);
        eventuallyRead(old);
        provider.rotate();
        eventuallyRead(provider.token(Officer.CLERK.subject(), OpenIdServer.AUDIENCE));
        read(old).expect(401);
    }
}
