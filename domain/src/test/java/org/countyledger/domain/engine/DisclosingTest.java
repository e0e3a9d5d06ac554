package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.AUDIT;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.ECOLOGY;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.DisclosureRequest;
import org.countyledger.domain.contract.DisclosureRequest.Purpose;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.engine.Staging.Asker;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Showing a private value to another organisation leaves a record and moves nothing. */
class DisclosingTest {
    private static final byte[] OPINION = PrivateValue.of(
                    Kind.WELFARE_APPLICATION,
                    "opinion",
                    "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8),
                    Map.of("text", "the opinion"))
            .bytes();
    private static final String COMMITMENT = Digests.sha256Hex(OPINION);

    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);
    private final Disclosing disclosing = new Disclosing(CountyTables.all());

    @BeforeEach
    void withAnOpinion() {
        story.visited();
        story.givingOpinion("GRANT").commit("opinion", COMMITMENT).accepted();
    }

    private DisclosureRequest to(String recipient, IdempotencyKey key) {
        return new DisclosureRequest(
                story.target().kind(),
                story.target().id(),
                "opinion",
                recipient,
                new Purpose(story.target().kind(), story.target().id(), "AUDIT"),
                key.over(Kind.ACCESS_RECORD, story.target().id(), "disclose", Clear.EMPTY, new TreeMap<>()),
                county.now().plus(Duration.ofMinutes(5)));
    }

    private Decision decide(DisclosureRequest request, byte[] value, Actor actor) {
        Moment moment = new Moment(county.now(), "the-transaction", TestCounty.CHANNEL, TestCounty.CHAINCODE);
        return disclosing.decide(request, value, new Asker(actor, moment, county.ledger()));
    }

    private static void assertRefused(Decision decision, RefusalCode code) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void theAccessRecordIsWrittenByTheSameTransactionAndTheRecordDoesNotMove() {
        long seq = story.header().seq();
        Decision decision = decide(to(AUDIT, county.newKey()), OPINION, TOWN_LEAD);
        assertThat(decision).isInstanceOf(Accepted.class);
        county.ledger().apply((Accepted) decision);
        assertThat(story.header().seq()).isEqualTo(seq);
        Header access = ((Accepted) decision).changes().getFirst().header();
        assertThat(access.kind()).isEqualTo(Kind.ACCESS_RECORD);
        assertThat(access.founding().ownerOrg()).isEqualTo(CIVIL_AFFAIRS);
        assertThat(access.fields().values())
                .containsEntry("recipient", AUDIT)
                .containsEntry("group", "opinion")
                .containsEntry("outcome", "GIVEN");
        assertThat(county.ledger()
                        .overlays(story.target().kind(), story.target().id()))
                .containsKey("disclosed~opinion#1~AuditMSP");
    }

    @Test
    void theSameAgainAnswersTheFirst() {
        IdempotencyKey key = county.newKey();
        county.ledger().apply((Accepted) decide(to(AUDIT, key), OPINION, TOWN_LEAD));
        assertThat(decide(to(AUDIT, key), OPINION, TOWN_LEAD)).isEqualTo(new Repeated("the-transaction"));
    }

    @Test
    void onlyWhatWasCommittedToIsShown() {
        byte[] other = OPINION.clone();
        other[other.length - 3] ^= 1;
        assertRefused(decide(to(AUDIT, county.newKey()), other, TOWN_LEAD), RefusalCode.COMMITMENT_MISMATCH);
    }

    @Test
    void onlyAnOfficerOfTheHolderWhoMayReadItShowsIt() {
        assertRefused(decide(to(AUDIT, county.newKey()), OPINION, FINANCE_OFFICER), RefusalCode.ROLE_NOT_ALLOWED);
        assertRefused(
                decide(to(AUDIT, county.newKey()), OPINION, Officers.officer(Role.AUDITOR, 1)),
                RefusalCode.ROLE_NOT_ALLOWED);
    }

    @Test
    void onlyAnOrganisationWithARoleThatMayReadItIsShownIt() {
        assertThat(decide(to(GOVERNANCE, county.newKey()), OPINION, TOWN_LEAD)).isInstanceOf(Accepted.class);
        assertRefused(decide(to(ECOLOGY, county.newKey()), OPINION, TOWN_LEAD), RefusalCode.RECIPIENT_NOT_ALLOWED);
        assertRefused(
                decide(to(CIVIL_AFFAIRS, county.newKey()), OPINION, TOWN_LEAD), RefusalCode.RECIPIENT_NOT_ALLOWED);
    }

    @Test
    void nothingIsShownForAPurposeThatIsOver() {
        story.byResident().does("withdraw").accepted();
        assertRefused(decide(to(AUDIT, county.newKey()), OPINION, TOWN_LEAD), RefusalCode.PURPOSE_ENDED);
    }

    @Test
    void disclosingIsNoCommand() {
        story.by(TOWN_LEAD).does("disclose").refusedAs(RefusalCode.UNKNOWN_FUNCTION);
    }
}
