package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;
import static org.countyledger.domain.testing.Officers.inTown;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.engine.Staging.Asker;
import org.countyledger.domain.engine.Staging.Verdict;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** What may be staged, and by whom. */
class StagingTest {
    private static final byte[] SALT = Digests.sha256("salt".getBytes(StandardCharsets.UTF_8));

    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);
    private final Staging staging = new Staging(CountyTables.all());

    private static byte[] value(String group, Object content) {
        return PrivateValue.of(Kind.WELFARE_APPLICATION, group, SALT, content).bytes();
    }

    private static byte[] value(String group) {
        return value(group, Map.of("text", "something private"));
    }

    private StagingRequest request(String group, byte[] value) {
        return new StagingRequest(
                new ContentKey(Kind.WELFARE_APPLICATION, story.target().id(), group, 1),
                Digests.sha256Hex(value),
                county.now().plus(Duration.ofMinutes(5)),
                Optional.empty());
    }

    private StagingRequest signed(StagingRequest request, KeyRole role, ResidentKey key) {
        byte[] bytes = request.signedBytes(TestCounty.CHANNEL, TestCounty.CHAINCODE);
        return request.signedWith(new CommandSignature(role, key.spki(), key.sign(bytes)));
    }

    private Verdict decide(StagingRequest request, byte[] value, Actor actor) {
        Moment moment = new Moment(county.now(), "tx", TestCounty.CHANNEL, TestCounty.CHAINCODE);
        return staging.decide(request, value, new Asker(actor, moment, county.ledger()));
    }

    private Verdict decide(String group, Actor actor) {
        byte[] value = value(group);
        return decide(request(group, value), value, actor);
    }

    private static void assertRefused(Verdict verdict, RefusalCode code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void aResidentStagesBeforeTheRecordIsThere() {
        byte[] value = value("form");
        StagingRequest request = request("form", value);
        assertThat(decide(signed(request, KeyRole.HOLDER, story.resident()), value, CONDUIT))
                .isEqualTo(new Verdict.Write(CIVIL_AFFAIRS));
        assertRefused(decide(request, value, CONDUIT), RefusalCode.SIGNATURE_REQUIRED);
        assertRefused(
                decide(signed(request, KeyRole.OBJECTOR, story.resident()), value, CONDUIT),
                RefusalCode.ROLE_NOT_ALLOWED);
    }

    @Test
    void aSignatureIsForOneKeyOneCommitmentAndOneTime() {
        byte[] value = value("form");
        StagingRequest whole = signed(request("form", value), KeyRole.HOLDER, story.resident());
        StagingRequest later = new StagingRequest(
                whole.key(), whole.commitment(), whole.notAfter().plusSeconds(1), whole.signature());
        StagingRequest elsewhere =
                new StagingRequest(whole.key().at(2), whole.commitment(), whole.notAfter(), whole.signature());
        assertRefused(decide(later, value, CONDUIT), RefusalCode.SIGNATURE_INVALID);
        assertRefused(decide(elsewhere, value, CONDUIT), RefusalCode.SIGNATURE_INVALID);
    }

    @Test
    void onARecordThatIsThereOnlyItsOwnKeysStage() {
        story.granted();
        byte[] value = value("mandate");
        StagingRequest request = request("mandate", value);
        assertThat(decide(signed(request, KeyRole.HOLDER, story.resident()), value, CONDUIT))
                .isEqualTo(new Verdict.Write(CIVIL_AFFAIRS));
        assertRefused(
                decide(signed(request, KeyRole.HOLDER, ResidentKey.of("another")), value, CONDUIT),
                RefusalCode.KEY_UNKNOWN);
    }

    @Test
    void anOfficerStagesWhatARowOfHisRoleNames() {
        story.submitted();
        assertThat(decide("checkList", TOWN_CLERK)).isEqualTo(new Verdict.Write(CIVIL_AFFAIRS));
        assertThat(decide("opinion", TOWN_LEAD)).isEqualTo(new Verdict.Write(CIVIL_AFFAIRS));
        assertRefused(decide("opinion", TOWN_CLERK), RefusalCode.ROLE_NOT_ALLOWED);
        assertRefused(decide("checkList", inTown("330127199", TOWN_CLERK)), RefusalCode.WRONG_DEPARTMENT);
        assertRefused(decide("decision", FINANCE_OFFICER), RefusalCode.ROLE_NOT_ALLOWED);
        assertRefused(decide("opinion", CONDUIT), RefusalCode.SIGNATURE_REQUIRED);
    }

    @Test
    void aGroupThatNoRowInForceNamesIsNotStaged() {
        story.submitted();
        assertRefused(decide("anything", TOWN_CLERK), RefusalCode.GROUP_UNKNOWN);
    }

    @Test
    void officersDoNotStageForRecordsThatAreNotThere() {
        assertRefused(decide("opinion", TOWN_LEAD), RefusalCode.UNKNOWN_RECORD);
    }

    @Test
    void theValueIsTheOneThatTheRequestNames() {
        story.submitted();
        StagingRequest request = request("checkList", value("checkList"));
        assertRefused(
                decide(request, value("checkList", Map.of("text", "else")), TOWN_CLERK),
                RefusalCode.COMMITMENT_MISMATCH);
    }

    @Test
    void aValueIsTaggedSaltedAndCanonical() {
        story.submitted();
        byte[] good = value("checkList");
        byte[] unsalted = good.clone();
        int saltStart = good.length - "{\"text\":\"something private\"}".length() - PrivateValue.SALT_BYTES;
        Arrays.fill(unsalted, saltStart, saltStart + PrivateValue.SALT_BYTES, (byte) 0);
        byte[] spaced = Arrays.copyOf(good, good.length + 1);
        spaced[good.length] = ' ';
        byte[] plain = "{\"text\":\"something private\"}".getBytes(StandardCharsets.UTF_8);
        for (byte[] bad : new byte[][] {unsalted, spaced, plain, value("order"), new byte[0], {1}, {1, 127, 1}}) {
            assertRefused(decide(request("checkList", bad), bad, TOWN_CLERK), RefusalCode.CONTENT_INVALID);
        }
    }

    @Test
    void theSameBytesAgainWriteNothingAndOtherBytesAreRefused() {
        story.submitted();
        byte[] value = value("checkList");
        StagingRequest request = request("checkList", value);
        county.ledger().stage(CIVIL_AFFAIRS, request.key(), request.commitment());
        assertThat(decide(request, value, TOWN_CLERK)).isEqualTo(new Verdict.There());
        byte[] other = value("checkList", Map.of("text", "else"));
        assertRefused(decide(request("checkList", other), other, TOWN_CLERK), RefusalCode.ALREADY_STAGED);
    }

    @Test
    void aRequestExpires() {
        story.submitted();
        byte[] value = value("checkList");
        StagingRequest request = request("checkList", value);
        county.pass(Duration.ofMinutes(6));
        assertRefused(decide(request, value, TOWN_CLERK), RefusalCode.COMMAND_EXPIRED);
    }

    @Test
    void aNoticeTextWithAnIdentityNumberIsNotStagedAndNotEchoed() {
        story.visited();
        String number = "33012719800101123X";
        byte[] value = value("text", Map.of("text", "经审核，" + number + " 符合条件"));
        Verdict verdict = decide(request("text", value), value, TOWN_CLERK);
        assertRefused(verdict, RefusalCode.NOTICE_TEXT_PRIVATE);
        assertThat(verdict.toString()).doesNotContain(number);
        assertThat(decide("text", TOWN_CLERK)).isEqualTo(new Verdict.Write(CIVIL_AFFAIRS));
    }

    @Test
    void machinesThatSignNothingStageNothing() {
        story.submitted();
        for (Role role : new Role[] {Role.ORACLE_NODE, Role.SCORING_NODE, Role.SYSTEM_TIMER}) {
            assertRefused(decide("checkList", Officers.officer(role, 1)), RefusalCode.ROLE_NOT_ALLOWED);
        }
    }
}
