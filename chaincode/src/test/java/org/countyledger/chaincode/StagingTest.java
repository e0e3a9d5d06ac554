package org.countyledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countyledger.client.PrivateOutcome;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Kind;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Personal content in two transactions: the owner alone sees it, everybody checks it. */
class StagingTest {
    private static final String CIVIL = "CivilAffairsMSP";
    private static final String TEXT = "Zhang San, 33012719800101123X";

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

    private Command application() {
        return resident.application(county);
    }

    private StagingRequest form(Command command) {
        ContentKey key = new ContentKey(Kind.WELFARE_APPLICATION, command.id(), "form", 1);
        return resident.sign(
                County.request(key, Objects.requireNonNull(command.commitments().get("form"))));
    }

    private static String code(Operation operation) {
        return code(operation.failure().orElseThrow());
    }

    private static String code(LedgerFailure failure) {
        return failure instanceof LedgerFailure.Refused refused ? refused.code() : failure.sentence();
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(code(e.failure())).isEqualTo(code));
    }

    @Test
    void aCommandWhoseContentWasNeverStagedIsRefusedAfterAllPatience() {
        Operation refused = county.submit("CONDUIT", application());
        assertThat(refused.state()).isEqualTo(OperationState.REFUSED);
        assertThat(code(refused)).isEqualTo("NOT_STAGED");
    }

    @Test
    void aCommandThatNamesAnotherByteIsRefusedByOrganisationsThatCannotSeeIt() throws Exception {
        Command staged = resident.staged(county, application());
        Command other = resident.sign(county.command(
                Kind.WELFARE_APPLICATION,
                staged.id(),
                "submit",
                staged.clear(),
                Map.of(
                        "form", county.content(Kind.WELFARE_APPLICATION, "form", "another form"),
                        "consent", Objects.requireNonNull(staged.commitments().get("consent")))));
        assertThat(code(county.submit("CONDUIT", other))).isEqualTo("COMMITMENT_MISMATCH");
        assertThatThrownBy(() -> county.proposal("CONDUIT", other, "EcologyMSP", "AuditMSP")
                        .endorse())
                .hasStackTraceContaining("COMMITMENT_MISMATCH");
    }

    @Test
    void organisationsThatCannotSeeTheContentEndorseTheCommandThatNamesIt() throws Exception {
        Command staged = resident.staged(county, application());
        Transaction endorsed =
                county.proposal("CONDUIT", staged, "EcologyMSP", "AuditMSP").endorse();
        assertThat(endorsed.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void theOwnerAloneEndorsesAndNoByteOfTheValueIsOnTheChain() throws Exception {
        Command command = application();
        String commitment = county.content(Kind.WELFARE_APPLICATION, "form", TEXT);
        ContentKey key = new ContentKey(Kind.WELFARE_APPLICATION, command.id(), "form", 1);
        PrivateOutcome staged =
                county.client().submit(county.stagingOf("CONDUIT", resident.sign(County.request(key, commitment))));
        assertThat(county.client()
                        .transaction("CONDUIT", staged.txId())
                        .orElseThrow()
                        .invocation()
                        .orElseThrow()
                        .endorserMspIds())
                .containsExactly(CIVIL);
        assertThat(county.chain()).contains(commitment).doesNotContain("Zhang").doesNotContain("33012719800101123X");
    }

    @Test
    void onlyTheOwnersPeersHoldTheValue() {
        Command command = resident.staged(county, application());
        county.valid("CONDUIT", command);
        assertThat(new String(read(command.id(), CIVIL), StandardCharsets.UTF_8))
                .endsWith("{\"text\":\"form\"}");
        assertThatThrownBy(() -> read(command.id(), "AuditMSP")).isInstanceOf(LedgerException.class);
    }

    private byte[] read(String id, String holder) {
        ReadingRequest request = resident.sign(new ReadingRequest(
                Kind.WELFARE_APPLICATION,
                id,
                "form",
                Optional.empty(),
                Instant.now().plusSeconds(60),
                Optional.empty()));
        return county.client()
                .evaluate(
                        "CONDUIT",
                        Query.of(Functions.READ, CanonicalJson.text(request)).by(holder));
    }

    @Test
    void theSameBytesAgainWriteNothingAndOtherBytesAreRefused() {
        Command command = application();
        StagingRequest form = form(command);
        assertThat(county.client().submit(county.stagingOf("CONDUIT", form)).written())
                .isTrue();
        long height = county.client().height();
        assertThat(county.client().submit(county.stagingOf("CONDUIT", form)).written())
                .isFalse();
        assertThat(county.client().height()).isEqualTo(height);
        StagingRequest other =
                resident.sign(County.request(form.key(), county.content(Kind.WELFARE_APPLICATION, "form", "other")));
        assertRefused(() -> county.client().submit(county.stagingOf("CONDUIT", other)), "ALREADY_STAGED");
    }

    @Test
    void aStagingThatAnotherOrganisationAloneEndorsedIsInvalid() throws Exception {
        StagingRequest form = form(application());
        Gateway gateway = county.gateway("CONDUIT");
        Contract contract = gateway.getNetwork("county").getContract("county");
        Transaction endorsed = contract.newProposal("stage")
                .addArguments(CanonicalJson.text(form))
                .putTransient("value", county.bytes(form.commitment()))
                .setEndorsingOrganizations("AuditMSP")
                .build()
                .endorse();
        assertThat(endorsed.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void aConduitStagesNothingWithoutTheResidentsSignature() {
        Command command = application();
        StagingRequest unsigned = County.request(
                form(command).key(),
                Objects.requireNonNull(command.commitments().get("form")));
        assertRefused(() -> county.client().submit(county.stagingOf("CONDUIT", unsigned)), "SIGNATURE_REQUIRED");
    }
}
