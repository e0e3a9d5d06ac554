package org.countyledger.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;
import static org.countyledger.domain.testing.Officers.inTown;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.Reading.Verdict;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** No private read without a trace, and no trace that fits another read. */
class PrivateReadTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    private Target record(Actor officer, String group) {
        return record(officer, group, story.target());
    }

    private Target record(Actor officer, String group, Target purpose) {
        Target access = county.newRecord(Kind.ACCESS_RECORD);
        county.by(officer, access)
                .does("record")
                .with("recordKind", story.target().kind().wireName())
                .with("recordId", story.target().id())
                .with("group", group)
                .with("purposeKind", purpose.kind().wireName())
                .with("purposeId", purpose.id())
                .with("purposeCode", "VERIFY")
                .accepted();
        return access;
    }

    private String outcome(Target access) {
        return county.header(access).fields().text(Access.OUTCOME).orElseThrow();
    }

    private ReadingRequest request(String group, Optional<String> access) {
        return new ReadingRequest(
                story.target().kind(),
                story.target().id(),
                group,
                access,
                county.now().plus(Duration.ofHours(1)),
                Optional.empty());
    }

    private Verdict read(Actor actor, ReadingRequest request) {
        Moment moment = new Moment(county.now(), "tx", TestCounty.CHANNEL, TestCounty.CHAINCODE);
        return new Reading(request, moment, county.now(), county.ledger()).decide(actor);
    }

    private Verdict read(Actor actor, String group, Target access) {
        return read(actor, request(group, Optional.of(access.id())));
    }

    private Verdict.Given given(String group) {
        Header.Group held = Objects.requireNonNull(story.header().groups().get(group));
        return new Verdict.Given(CIVIL_AFFAIRS, held);
    }

    private static void assertRefused(Verdict verdict, RefusalCode code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void anOfficerWhoWorksOnTheRecordReadsAfterRecordingIt() {
        story.visited();
        Target access = record(TOWN_LEAD, "visitReport");
        assertThat(outcome(access)).isEqualTo(Access.GIVEN);
        assertThat(read(TOWN_LEAD, "visitReport", access)).isEqualTo(given("visitReport"));
    }

    @Test
    void withoutAnAccessRecordNothingIsRead() {
        story.visited();
        assertRefused(read(TOWN_LEAD, request("visitReport", Optional.empty())), RefusalCode.ACCESS_RECORD_MISSING);
        String txId = story.header().position().lastTxId();
        assertRefused(read(TOWN_LEAD, request("visitReport", Optional.of(txId))), RefusalCode.ACCESS_RECORD_MISSING);
    }

    @Test
    void anAccessRecordLastsSixtySecondsAndNotOneMore() {
        story.visited();
        Target access = record(TOWN_LEAD, "visitReport");
        county.pass(Duration.ofSeconds(60));
        assertThat(read(TOWN_LEAD, "visitReport", access)).isEqualTo(given("visitReport"));
        county.pass(Duration.ofSeconds(1));
        assertRefused(read(TOWN_LEAD, "visitReport", access), RefusalCode.ACCESS_RECORD_MISSING);
    }

    @Test
    void anAccessRecordIsForOneOfficerAndOneGroup() {
        story.visited();
        Target access = record(TOWN_LEAD, "visitReport");
        assertRefused(read(TOWN_CLERK, "visitReport", access), RefusalCode.ACCESS_RECORD_MISSING);
        assertRefused(read(TOWN_LEAD, "form", access), RefusalCode.ACCESS_RECORD_MISSING);
        assertRefused(
                read(Officers.at(CIVIL_AFFAIRS, "finance", TOWN_LEAD), "visitReport", access),
                RefusalCode.ACCESS_RECORD_MISSING);
    }

    @Test
    void aTryThatIsNotAllowedIsRecordedAndOpensNothing() {
        story.visited();
        for (Actor officer :
                new Actor[] {FINANCE_OFFICER, inTown("330127199", TOWN_LEAD), Officers.officer(Role.GRID_WORKER, 1)}) {
            Target access = record(officer, "visitReport");
            assertThat(outcome(access)).isEqualTo(Access.DENIED);
            assertRefused(read(officer, "visitReport", access), RefusalCode.ACCESS_DENIED);
        }
    }

    @Test
    void financeReadsWhatItPaysAndNothingElse() {
        story.granted();
        assertThat(outcome(record(FINANCE_OFFICER, "amount"))).isEqualTo(Access.GIVEN);
        assertThat(outcome(record(FINANCE_OFFICER, "form"))).isEqualTo(Access.DENIED);
    }

    @Test
    void aPurposeIsARecordThatIsWorkedOn() {
        story.submitted();
        WelfareCase closed = new WelfareCase(county).submitted();
        closed.byResident().does("withdraw").accepted();
        assertThat(outcome(record(TOWN_CLERK, "form", closed.target()))).isEqualTo(Access.DENIED);
        assertThat(outcome(record(TOWN_CLERK, "form", county.newRecord(Kind.GRIEVANCE))))
                .isEqualTo(Access.DENIED);
        assertThat(outcome(record(TOWN_CLERK, "form"))).isEqualTo(Access.GIVEN);
    }

    @Test
    void theRecordSaysWhoReadWhatAndWhyAndNothingOfTheContent() {
        story.visited();
        Header access = county.header(record(TOWN_LEAD, "visitReport"));
        assertThat(access.fields().values())
                .containsEntry("staff", TOWN_LEAD.staff().orElseThrow())
                .containsEntry("department", "civil-affairs")
                .containsEntry("role", "TOWN_LEAD")
                .containsEntry("recordId", story.target().id())
                .containsEntry("group", "visitReport")
                .containsEntry("purposeCode", "VERIFY");
        assertThat(access.links())
                .extracting(Header.Link::id)
                .contains(story.target().id());
        assertThat(access.state()).isEqualTo("RECORDED");
    }

    @Test
    void aResidentReadsByKeyWhatWasSentAndWhatIsAddressedToThem() {
        story.granted();
        assertThat(read(CONDUIT, signed(request("form", Optional.empty()), story.resident())))
                .isEqualTo(given("form"));
        assertThat(read(CONDUIT, signed(request("decision", Optional.empty()), story.resident())))
                .isEqualTo(given("decision"));
        assertRefused(
                read(CONDUIT, signed(request("visitReport", Optional.empty()), story.resident())),
                RefusalCode.KEY_UNKNOWN);
    }

    @Test
    void nobodyReadsByAnotherRecordsKeyOrWithoutOne() {
        story.granted();
        ReadingRequest plain = request("form", Optional.empty());
        assertRefused(read(CONDUIT, plain), RefusalCode.SIGNATURE_REQUIRED);
        assertRefused(read(CONDUIT, signed(plain, ResidentKey.of("another"))), RefusalCode.KEY_UNKNOWN);
        ReadingRequest other = signed(request("decision", Optional.empty()), story.resident());
        ReadingRequest moved = new ReadingRequest(
                other.kind(), other.id(), "form", Optional.empty(), other.notAfter(), other.signature());
        assertRefused(read(CONDUIT, moved), RefusalCode.SIGNATURE_INVALID);
        county.pass(Duration.ofHours(2));
        assertRefused(read(CONDUIT, signed(plain, story.resident())), RefusalCode.COMMAND_EXPIRED);
    }

    @Test
    void whoMerelyCarriesADutyElsewhereMayNotDecideWhatHeReads() {
        story.submitted();
        assertThat(outcome(record(COUNTY_DECIDER, "opinion"))).isEqualTo(Access.DENIED);
    }

    private static ReadingRequest signed(ReadingRequest request, ResidentKey key) {
        byte[] bytes = request.signedBytes(TestCounty.CHANNEL, TestCounty.CHAINCODE);
        return request.signedWith(new CommandSignature(KeyRole.HOLDER, key.spki(), key.sign(bytes)));
    }
}
