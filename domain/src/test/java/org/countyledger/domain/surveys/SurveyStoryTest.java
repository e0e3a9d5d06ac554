package org.countyledger.domain.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.AUDIT;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.officer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.surveys.TokenOffice.Entry;
import org.countyledger.domain.surveys.TokenOffice.Token;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A survey from draft to certificate, and what the issuer's and the tally's logs say together. */
class SurveyStoryTest {
    private static final int PEOPLE = 12;
    private static final TokenOffice OFFICE = new TokenOffice();
    private static final Actor MANAGER = officer(Role.SURVEY_MANAGER, 1);
    private static final Actor ISSUER = officer(Role.SURVEY_ISSUER, 1);
    private static final Actor TALLY = officer(Role.SURVEY_TALLY, 1);
    private static final Actor AUDITOR = officer(Role.AUDITOR, 1);
    private static final Actor TALLYS_CONDUIT = Actor.machine(AUDIT, Role.CONDUIT);
    private static final String DIGEST = "a".repeat(64);

    private final TestCounty county = TestCounty.legal();
    private final Target survey = county.newRecord(Kind.SURVEY);

    @BeforeEach
    void aSurveyIsPublishedWithAKeyOfItsOwn() {
        county.by(MANAGER, survey)
                .does("draft")
                .with("questionnaireDigest", DIGEST)
                .with("frameSize", (long) PEOPLE)
                .with("targetPermille", 100L)
                .with("options", 2L)
                .accepted();
        publishing(OFFICE).accepted();
        county.at("2026-03-03T01:00:00Z");
        county.by(MANAGER, survey).does("open").accepted();
    }

    private Act publishing(TokenOffice office) {
        return county.by(MANAGER, survey)
                .does("publish")
                .with("issuerKey", office.spki())
                .with("issuerOrg", GOVERNANCE)
                .with("opens", "2026-03-03T01:00:00Z")
                .with("closes", "2026-03-10T01:00:00Z")
                .staging("frame");
    }

    private Act responding(Actor conduit, Token token, String answer) {
        String nullifier =
                Digests.sha256Hex((survey.id() + "|" + token.messageText()).getBytes(StandardCharsets.US_ASCII));
        return county.by(conduit, new Target(Kind.SURVEY_RESPONSE, nullifier))
                .does("respond")
                .with("survey", survey.id())
                .with("tokenMessage", token.messageText())
                .with("tokenSignature", token.signatureText())
                .with(
                        "answerCommitment",
                        Digests.sha256Hex((answer + token.signatureText()).getBytes(StandardCharsets.US_ASCII)));
    }

    private List<Token> tokens(TokenOffice office) {
        List<Token> tokens = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            tokens.add(office.issueTo("person " + n));
        }
        Collections.shuffle(tokens, new Random(5));
        return tokens;
    }

    @Test
    void aTokenCountsOnceAndOnlyIfTheIssuerSignedItAndTheTallyBringsIt() {
        Token token = OFFICE.issueTo("somebody");
        responding(Officers.CONDUIT, token, "YES").refusedAs(RefusalCode.WRONG_DEPARTMENT);
        byte[] other = token.signature();
        other[9] ^= 1;
        responding(TALLYS_CONDUIT, Token.of(token.message(), other), "YES").refusedAs(RefusalCode.TOKEN_INVALID);
        byte[] unseen = token.message();
        unseen[40] ^= 1;
        responding(TALLYS_CONDUIT, Token.of(unseen, token.signature()), "YES").refusedAs(RefusalCode.TOKEN_INVALID);
        Token ofAnotherKey = new TokenOffice().issueTo("somebody");
        responding(TALLYS_CONDUIT, ofAnotherKey, "YES").refusedAs(RefusalCode.TOKEN_INVALID);
        responding(TALLYS_CONDUIT, token, "YES").accepted();
        responding(TALLYS_CONDUIT, token, "NO").expecting(0).refusedAs(RefusalCode.ALREADY_EXISTS);
    }

    @Test
    void theTallyIsCertifiedOnlyWhenItIsRecomputedEqual() {
        tokens(OFFICE).forEach(token -> responding(TALLYS_CONDUIT, token, "YES").accepted());
        county.at("2026-03-10T01:00:00Z");
        Actor timer = Officers.timerOf(GOVERNANCE);
        county.by(timer, survey).does("close").accepted();
        tallying(PEOPLE).refusedAs(RefusalCode.NOTHING_TO_READ);
        county.by(ISSUER, survey)
                .does("declareIssued")
                .with("issued", (long) PEOPLE)
                .staging("issueList")
                .accepted();
        tallying(PEOPLE + 1).refusedAs(RefusalCode.COUNTS_WRONG);
        tallying(PEOPLE).accepted();
        certifying(PEOPLE - 1).refusedAs(RefusalCode.COUNTS_WRONG);
        certifying(PEOPLE).accepted();
        assertThat(county.header(survey).state()).isEqualTo("CERTIFIED");
    }

    private Act tallying(long responses) {
        return counted(county.by(TALLY, survey).does("tally"), responses);
    }

    private Act certifying(long responses) {
        return counted(county.by(AUDITOR, survey).does("certify"), responses)
                .with("coveragePermille", 1000L)
                .with("marginPermille", 0L);
    }

    private static Act counted(Act act, long responses) {
        return act.with("root", DIGEST)
                .with("responses", responses)
                .with("counts", List.of(Map.of("answer", "YES", "count", responses)));
    }

    @Test
    void aKeyServesOneSurveyAndTheIssuerIsNotTheTally() {
        Target next = county.newRecord(Kind.SURVEY);
        county.by(MANAGER, next)
                .does("draft")
                .with("questionnaireDigest", DIGEST)
                .with("frameSize", 1L)
                .with("targetPermille", 100L)
                .with("options", 2L)
                .accepted();
        Act again = county.by(MANAGER, next)
                .does("publish")
                .with("issuerKey", OFFICE.spki())
                .with("issuerOrg", GOVERNANCE)
                .with("opens", "2026-03-04T01:00:00Z")
                .with("closes", "2026-03-10T01:00:00Z")
                .staging("frame");
        again.refusedAs(RefusalCode.ISSUER_KEY_INVALID);
        again.with("issuerKey", new TokenOffice().spki())
                .with("issuerOrg", AUDIT)
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
    }

    /**
     * Whoever holds both logs asks for each person which answers could be theirs: an answer could be if some blinding factor
     * leads from its token to what the issuer saw. If nothing tells factors apart, every answer could be everybody's.
     */
    private static List<Integer> couldBe(
            TokenOffice office, Entry person, List<Token> tally, Predicate<BigInteger> factorIsPossible) {
        BigInteger n = office.modulus();
        List<Integer> possible = new ArrayList<>();
        for (int answer = 0; answer < tally.size(); answer++) {
            BigInteger signature = tally.get(answer).number();
            BigInteger factor =
                    person.signed().multiply(signature.modInverse(n)).mod(n);
            BigInteger encoded = signature.modPow(office.exponent(), n);
            boolean leadsThere =
                    encoded.multiply(factor.modPow(office.exponent(), n)).mod(n).equals(person.shown());
            if (leadsThere && factorIsPossible.test(factor)) {
                possible.add(answer);
            }
        }
        return possible;
    }

    @Test
    void bothLogsTogetherDoNotSayWhoAnsweredWhat() {
        TokenOffice office = new TokenOffice();
        List<Token> tally = tokens(office);
        for (Entry person : office.log()) {
            assertThat(couldBe(
                            office,
                            person,
                            tally,
                            factor -> factor.gcd(office.modulus()).equals(BigInteger.ONE)))
                    .as(person.person())
                    .hasSize(PEOPLE);
            assertThat(tally).noneMatch(token -> token.number().equals(person.signed()));
        }
    }

    @Test
    void withoutBlindingTheSameLogsWouldTellEverybody() {
        TokenOffice office = new TokenOffice();
        List<Token> tally = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            tally.add(office.issueUnblinded("person " + n));
        }
        for (int n = 0; n < PEOPLE; n++) {
            assertThat(couldBe(office, office.log().get(n), tally, BigInteger.ONE::equals))
                    .containsExactly(n);
        }
    }

    @Test
    void theLedgerHoldsNothingOfTheIssuersLog() {
        int before = OFFICE.log().size();
        tokens(OFFICE).forEach(token -> responding(TALLYS_CONDUIT, token, "YES").accepted());
        StringBuilder ledger = new StringBuilder();
        for (Header header : county.ledger().headers()) {
            ledger.append(CanonicalJson.text(header));
            for (Event event : county.ledger().events(header.kind(), header.id())) {
                ledger.append(CanonicalJson.text(event));
            }
        }
        for (Entry entry : OFFICE.log().subList(before, OFFICE.log().size())) {
            Token shown = Token.of(entry.shown().toByteArray(), entry.signed().toByteArray());
            assertThat(ledger)
                    .doesNotContain(entry.person())
                    .doesNotContain(shown.messageText())
                    .doesNotContain(shown.signatureText());
        }
    }
}
