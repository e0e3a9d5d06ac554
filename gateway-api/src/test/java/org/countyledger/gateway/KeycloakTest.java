package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Keycloak;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Officers' tokens of an identity provider that others wrote. */
@ExtendWith(SharedCounty.class)
@EnabledIfSystemProperty(
        named = "county.keycloak",
        matches = ".+",
        disabledReason = "needs an unpacked Keycloak: mvn -Pkeycloak, or -Dcounty.keycloak=DIR")
class KeycloakTest {
    private static final String PRIVATE = "/v1/welfare-applications";
    private static final String REALM = """
            {
              "realm": "county", "enabled": true, "sslRequired": "none",
              "clients": [
                {"clientId": "officers", "publicClient": true, "directAccessGrantsEnabled": true,
                 "protocolMappers": [
                   {"name": "audience", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
                    "config": {"included.custom.audience": "county-gateway", "access.token.claim": "true"}},
                   {"name": "subject", "protocol": "openid-connect",
                    "protocolMapper": "oidc-usermodel-attribute-mapper",
                    "config": {"user.attribute": "lastName", "claim.name": "county_subject",
                      "jsonType.label": "String", "access.token.claim": "true"}}]},
                {"clientId": "elsewhere", "publicClient": true, "directAccessGrantsEnabled": true}
              ],
              "users": [
                {"username": "clerk", "enabled": true, "email": "clerk@county.example", "firstName": "clerk",
                 "lastName": "CA1001.TOWN_CLERK", "credentials": [{"type": "password", "value": "test"}]},
                {"username": "stranger", "enabled": true, "email": "stranger@county.example", "firstName": "stranger",
                 "lastName": "XX9999.TOWN_CLERK", "credentials": [{"type": "password", "value": "test"}]}
              ]
            }
            """;

    private final TestCounty county;

    KeycloakTest(TestCounty county) {
        this.county = county;
    }

    @Test
    void anOfficersTokenOfKeycloakIsTakenAndNoOther() {
        try (Keycloak keycloak = new Keycloak(Path.of(System.getProperty("county.keycloak", "")), REALM)) {
            Api api = county.apiOfGatewayWith(
                    "--county.oidc.issuer=" + keycloak.issuer(), "--county.oidc.claim=county_subject");
            String clerk = keycloak.token("officers", "clerk", "test");
            Awaitility.await()
                    .until(() -> api.read(api.withToken(clerk), PRIVATE).status() == 200);
            api.read(api.withToken(keycloak.token("officers", "stranger", "test")), PRIVATE)
                    .expect(403);
            api.read(api.withToken(keycloak.token("elsewhere", "clerk", "test")), PRIVATE)
                    .expect(401);
            String altered =
                    clerk.substring(0, clerk.lastIndexOf('.') - 4) + "AAAA" + clerk.substring(clerk.lastIndexOf('.'));
            assertThat(altered).isNotEqualTo(clerk);
            api.read(api.withToken(altered), PRIVATE).expect(401);
        }
    }
}
