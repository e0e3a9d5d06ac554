package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.CountyCommand;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Signing;
import org.countyledger.acceptance.testing.Snapshot;
import org.countyledger.acceptance.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer is who has a token of the county's issuer that is still valid, and nobody else is. */
@ExtendWith(LegalCounty.class)
class TokenTest {
    private static final String SUBJECT = "CA1001.TOWN_CLERK";
    private static final String PRIVATE = "/v1/welfare-applications";

    private final County county;
    private final Case application;
    private final Instant now = Instant.now();
    private final Signing issuer;
    private final Map<String, Object> header;

    TokenTest(Running running) {
        this.county = running.county();
        Resident resident = Resident.of(county);
        Command command = resident.application();
        this.application = Case.created(command, resident.file(command));
        this.issuer = Tokens.issuer(county);
        this.header = Map.of("alg", "ES256", "typ", "JWT", "kid", Tokens.keyId(county));
    }

    private Map<String, Object> valid() {
        return Tokens.claims(SUBJECT, now, now.plus(Duration.ofHours(1)));
    }

    /** Neither reading nor acting is possible with it. */
    private void refused(String token) {
        Officer pretended = new Officer(county.gateway(), "CA1001", token);
        pretended.get(PRIVATE).expectProblem(401, "authentication-required");
        Command accept = application.step("accept", Map.of("dupCheck", "NONE"), "checkList");
        Snapshot.unchangedBy(county, () -> pretended.submit(accept)).expectProblem(401, "authentication-required");
    }

    @Test
    void withoutATokenNothingPrivateIsShown() {
        assertThat(county.gateway()
                        .get(PRIVATE)
                        .expectProblem(401, "authentication-required")
                        .header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        county.gateway().get(application.path()).expectProblem(401, "authentication-required");
        county.gateway().get(PRIVATE, "Authorization", "Basic YTpi").expectProblem(401, "authentication-required");
    }

    @Test
    void aTokenThatTheCountysOwnKeySignedIsTakenSoThatTheOthersAreRefusedForTheirFault() {
        new Officer(county.gateway(), "CA1001", Tokens.signed(issuer, header, valid()))
                .get(PRIVATE)
                .expect(200);
    }

    @Test
    void anExpiredTokenIsRefused() {
        Map<String, Object> expired =
                Tokens.claims(SUBJECT, now.minus(Duration.ofHours(9)), now.minus(Duration.ofMinutes(5)));
        refused(Tokens.signed(issuer, header, expired));
    }

    @Test
    void aTokenOfAForeignKeyIsRefused() {
        refused(Tokens.signed(Signing.fresh(), header, valid()));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        refused(Tokens.unsigned(valid()));
        String signed = Tokens.signed(issuer, header, valid());
        refused(signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @Test
    void aTokenWhoseSecretIsThePublicKeyIsRefused() {
        refused(Tokens.confused(issuer, Map.of("alg", "HS256", "typ", "JWT", "kid", Tokens.keyId(county)), valid()));
    }

    @Test
    void aTokenOfNoOfficerOpensNothing() {
        for (String subject : new String[] {"XX9999.COUNTY_DECIDER", "CivilAffairsMSP.CONDUIT", "CA1001"}) {
            Map<String, Object> claims = Tokens.claims(subject, now, now.plus(Duration.ofHours(1)));
            new Officer(county.gateway(), subject, Tokens.signed(issuer, header, claims))
                    .get(PRIVATE)
                    .expectProblem(403, "not-allowed");
        }
    }

    @Test
    void whatATokenSaysOfItsOwnRoleIsNotRead() {
        Map<String, Object> boasting = new HashMap<>(valid());
        boasting.put("role", "COUNTY_DECIDER");
        boasting.put("roles", List.of("COUNTY_DECIDER"));
        Officer clerk = new Officer(county.gateway(), "CA1001", Tokens.signed(issuer, header, boasting));
        assertThat(clerk.get(application.path() + "/allowed-actions")
                        .expect(200)
                        .body()
                        .findValuesAsString("role"))
                .containsOnly("TOWN_CLERK");
    }

    @Test
    void theCommandGivesNoTokenThatNobodyMayHave() {
        CountyCommand.Outcome several = county.run("token", "--department", "civil-affairs", "--role", "TOWN_CLERK")
                .expect(1);
        assertThat(several.err()).contains("--officer").contains("CA1001");
        CountyCommand.Outcome nobody = county.run("token", "--department", "finance", "--role", "TOWN_CLERK")
                .expect(1);
        assertThat(nobody.err()).contains("civil-affairs").hasLineCount(1);
        for (String hours : new String[] {"0", "-1"}) {
            CountyCommand.Outcome asked = county.run(
                            "token", "--department", "audit", "--role", "DPO", "--hours", hours)
                    .expect(2);
            assertThat(asked.out()).isEmpty();
            assertThat(asked.err()).contains("--hours");
        }
    }

    @Test
    void theOfficesOfOneTownReadTheirOwnRecordsByTheTokensOfTheCommand() {
        new Offices(county).clerk().get(application.path()).expect(200);
    }
}
