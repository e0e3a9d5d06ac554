package org.countyledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countyledger.client.PrivateOutcome;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.domain.contract.Answer;
import org.countyledger.domain.contract.DisclosureRequest;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of a private value: read with a trace, shown to another organisation, swept or purged, gone everywhere. */
class PrivateReadingTest {
    private static final String CIVIL = "CivilAffairsMSP";
    private static final String AUDIT = "AuditMSP";
    private static final Kind KIND = Kind.WELFARE_APPLICATION;

    private static County county = County.start();

    @BeforeAll
    static void found() {
        county.founded();
    }

    @AfterAll
    static void close() {
        county.close();
    }

    private final Resident resident = new Resident();

    private Command submitted() {
        Command command = resident.staged(county, resident.application(county));
        county.valid("CONDUIT", command);
        return command;
    }

    private static byte[] form(Command command) {
        return county.bytes(Objects.requireNonNull(command.commitments().get("form")));
    }

    private static String recordAccess(String officer, String id) {
        IdempotencyKey key = County.key();
        String access = key.recordId(Kind.ACCESS_RECORD);
        Clear clear = new Clear(Map.of(
                "recordKind",
                KIND.wireName(),
                "recordId",
                id,
                "group",
                "form",
                "purposeKind",
                KIND.wireName(),
                "purposeId",
                id,
                "purposeCode",
                "VERIFY"));
        county.valid(officer, county.command(key, Kind.ACCESS_RECORD, access, "record", clear, Map.of()));
        return access;
    }

    private static ReadingRequest request(String id, Optional<String> access) {
        return new ReadingRequest(KIND, id, "form", access, Instant.now().plusSeconds(60), Optional.empty());
    }

    private static byte[] read(String officer, ReadingRequest request, String holder) {
        return county.client()
                .evaluate(
                        officer,
                        Query.of(Functions.READ, CanonicalJson.text(request)).by(holder));
    }

    private static DisclosureRequest disclosure(String id, IdempotencyKey key) {
        return new DisclosureRequest(
                KIND,
                id,
                "form",
                AUDIT,
                new DisclosureRequest.Purpose(KIND, id, "AUDIT"),
                key.over(KIND, id, "disclose", Clear.EMPTY, new TreeMap<>()),
                Instant.now().plusSeconds(300));
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        LedgerFailure.Refused.class,
                                        refused -> assertThat(refused.code()).isEqualTo(code)));
    }

    @Test
    void anOfficerReadsWithAnAccessRecordOfHisOwnAndNotWithout() {
        Command command = submitted();
        String access = recordAccess("TOWN_CLERK", command.id());
        assertThat(read("TOWN_CLERK", request(command.id(), Optional.of(access)), CIVIL))
                .isEqualTo(form(command));
        assertRefused(
                () -> read("TOWN_CLERK", request(command.id(), Optional.empty()), CIVIL), "ACCESS_RECORD_MISSING");
        assertRefused(
                () -> read("TOWN_LEAD", request(command.id(), Optional.of(access)), CIVIL), "ACCESS_RECORD_MISSING");
    }

    @Test
    void aDeniedTryIsARecordOnTheLedgerAndOpensNothing() {
        Command command = submitted();
        String access = recordAccess("DPO", command.id());
        assertThat(county.get(Kind.ACCESS_RECORD, access).header().fields().text("outcome"))
                .contains("DENIED");
        assertRefused(() -> read("DPO", request(command.id(), Optional.of(access)), CIVIL), "ACCESS_DENIED");
    }

    @Test
    void afterADisclosureTheRecipientsPeerServesTheSameBytes() {
        Command command = submitted();
        long seq = county.get(KIND, command.id()).header().seq();
        assertRefused(
                () -> read("AUDITOR", request(command.id(), Optional.of(recordAccess("AUDITOR", command.id()))), AUDIT),
                "CONTENT_MISSING");
        PrivateOutcome shown = disclose(command, County.key());
        assertThat(county.client()
                        .transaction("TOWN_CLERK", shown.txId())
                        .orElseThrow()
                        .invocation()
                        .orElseThrow()
                        .endorserMspIds())
                .containsExactlyInAnyOrder(CIVIL, AUDIT);
        assertThat(read("AUDITOR", request(command.id(), Optional.of(recordAccess("AUDITOR", command.id()))), AUDIT))
                .isEqualTo(form(command));
        assertThat(county.get(KIND, command.id()).header().seq()).isEqualTo(seq);
        assertThat(accessOf(shown).fields().text("recipient")).contains(AUDIT);
    }

    private static PrivateOutcome disclose(Command command, IdempotencyKey key) {
        return county.client()
                .submit(PrivateSubmission.disclose("TOWN_CLERK", CIVIL, disclosure(command.id(), key), form(command)));
    }

    private static Header accessOf(PrivateOutcome shown) {
        Answer answer = CanonicalJson.read(shown.answer(), Answer.class);
        return county.get(Kind.ACCESS_RECORD, answer.record().orElseThrow().id())
                .header();
    }

    @Test
    void theSameDisclosureAgainIsNotSubmitted() {
        Command command = submitted();
        IdempotencyKey key = County.key();
        assertThat(disclose(command, key).written()).isTrue();
        assertThat(disclose(command, key).written()).isFalse();
    }

    @Test
    void aDisclosureWithoutTheHoldersEndorsementIsInvalid() throws Exception {
        Command command = submitted();
        Gateway gateway = county.gateway("TOWN_CLERK");
        Transaction endorsed = gateway.getNetwork("county")
                .getContract("county")
                .newProposal("disclose")
                .addArguments(CanonicalJson.text(disclosure(command.id(), County.key())))
                .putTransient("value", form(command))
                .setEndorsingOrganizations(AUDIT, "EcologyMSP")
                .build()
                .endorse();
        assertThat(endorsed.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void afterAPurgeNoOrganisationHoldsItAndTheResidentsCopyStillVerifies() {
        Command command = submitted();
        disclose(command, County.key());
        String access = recordAccess("AUDITOR", command.id());
        county.valid("CONDUIT", resident.sign(county.command(KIND, command.id(), "withdraw", Clear.EMPTY, Map.of())));
        Clear purge = new Clear(Map.of("groups", List.of("form"), "basis", "PIPL_47"));
        county.valid("DPO", county.command(KIND, command.id(), "purge", purge, Map.of()));
        assertRefused(() -> read("AUDITOR", request(command.id(), Optional.of(access)), AUDIT), "CONTENT_MISSING");
        ReadingRequest own = resident.sign(request(command.id(), Optional.empty()));
        assertRefused(() -> read("CONDUIT", own, CIVIL), "CONTENT_MISSING");
        Header header = county.get(KIND, command.id()).header();
        assertThat(Objects.requireNonNull(header.groups().get("form")).commitment())
                .isEqualTo(Digests.sha256Hex(form(command)));
    }

    @Test
    void whatWasStagedAndNeverUsedIsSweptAndWhatWasUsedStays() {
        Command used = submitted();
        Command unused = resident.staged(county, resident.application(county));
        ContentKey abandoned = new ContentKey(KIND, unused.id(), "form", 1);
        ContentKey kept = new ContentKey(KIND, used.id(), "form", 1);
        Eventually.holds(() -> assertThat(staged()).contains(abandoned, kept));
        sweep(abandoned);
        sweep(kept);
        assertThat(staged()).doesNotContain(abandoned, kept);
        Command late = resident.sign(unused);
        assertThat(county.submit("CONDUIT", late).failure().orElseThrow().sentence())
                .contains("not staged");
        assertThat(read("CONDUIT", resident.sign(request(used.id(), Optional.empty())), CIVIL))
                .isEqualTo(form(used));
    }

    @Test
    void whatWasJustStagedIsNotSwept() {
        Command unused = resident.staged(county, resident.application(county));
        assertRefused(() -> sweep(new ContentKey(KIND, unused.id(), "form", 1)), "STAGED_TOO_RECENT");
    }

    private static List<ContentKey> staged() {
        byte[] keys = county.client()
                .evaluate("SYSTEM_TIMER", Query.of(Functions.STAGED, "200").by(CIVIL));
        return List.of(CanonicalJson.read(keys, ContentKey[].class));
    }

    private static void sweep(ContentKey key) {
        county.client().submit(PrivateSubmission.sweep("SYSTEM_TIMER", CIVIL, key));
    }
}
