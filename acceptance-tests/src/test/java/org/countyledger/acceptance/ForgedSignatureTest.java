package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Signing;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Only the key of a record acts for its resident, and only by a signature over this very command. */
@ExtendWith(LegalCounty.class)
class ForgedSignatureTest {
    private final County county;

    ForgedSignatureTest(Running running) {
        this.county = running.county();
    }

    private record Applied(Resident resident, Case application) {}

    private Applied applied() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        return new Applied(resident, Case.created(command, resident.file(command)));
    }

    private void refused(Resident resident, Command command, String signature, String refusal) {
        Reply reply = Snapshot.unchangedBy(county, () -> resident.send(command, signature));
        assertThat(reply.expectProblem(403, "not-allowed").at("/refusalCode")).isEqualTo(refusal);
    }

    @Test
    void whatTheGatewayWouldHaveSignedIsWhatTheResidentSigns() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Map<String, Object> asked = Map.of(
                "clear", command.content().clear(),
                "commitments", command.content().commitments(),
                "notAfter", command.notAfter());
        Reply request = county.gateway()
                .post(
                        "/v1/welfare-applications/signing-request",
                        asked,
                        "Idempotency-Key",
                        command.key().text())
                .expect(200);
        byte[] bytes = Base64.getDecoder().decode(request.at("/bytes"));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(new String(command.signedBytes(), StandardCharsets.UTF_8));
        assertThat(request.at("/sha256")).isEqualTo(Key.sha256(bytes));
    }

    @Test
    void aSignatureOfAnotherCommandIsRefusedWhateverDiffers() {
        Applied applied = applied();
        Command withdraw = applied.application().step("withdraw", Map.of());
        String signature = applied.resident().key().sign(withdraw.signedBytes());
        Command later = new Command(
                withdraw.target(),
                withdraw.content(),
                withdraw.key(),
                Instant.parse(withdraw.notAfter()).plus(Duration.ofHours(1)).toString());
        Command otherKey = withdraw.with(Key.next());
        Object evidence = Map.of("evidenceCode", "OTHER", "commitment", "0".repeat(64));
        Command otherWords = withdraw.with(new Command.Content(Map.of("evidence", List.of(evidence)), Map.of()));
        Stream.of(later, otherKey, otherWords)
                .forEach(command -> refused(applied.resident(), command, signature, "SIGNATURE_INVALID"));
    }

    @Test
    void aSignatureForOneRecordDoesNotServeForAnother() {
        Applied one = applied();
        Applied other = applied();
        Command withdraw = one.application().step("withdraw", Map.of());
        String signature = one.resident().key().sign(withdraw.signedBytes());
        Command elsewhere = withdraw.with(
                new Command.Target(withdraw.target().kind(), other.application().id(), "withdraw", 1));
        refused(one.resident(), elsewhere, signature, "KEY_UNKNOWN");
        Resident thief = new Resident(county.gateway(), other.resident().key());
        refused(thief, elsewhere, signature, "SIGNATURE_INVALID");
    }

    @Test
    void aSignatureThatWasUsedCannotBeUsedAgain() {
        Resident resident = Resident.of(county);
        Command register = resident.grievance("HELP");
        Case grievance = Case.created(register, resident.file(register));
        Command withdraw = grievance.step("withdraw", Map.of());
        String signature = resident.key().sign(withdraw.signedBytes());
        Reply first = resident.send(withdraw, signature).expect(200);
        Reply again = Snapshot.unchangedBy(county, () -> resident.send(withdraw, signature));
        assertThat(again.expect(200).at("/receiptTxId")).isEqualTo(first.at("/receiptTxId"));
        Command underAnotherKey = withdraw.with(Key.next());
        Snapshot.unchangedBy(county, () -> resident.send(underAnotherKey, signature))
                .expectProblem(412, "stale-seq");
    }

    @Test
    void aSignatureWithAHighSIsRefusedAlthoughItVerifies() {
        Applied applied = applied();
        Command withdraw = applied.application().step("withdraw", Map.of());
        refused(
                applied.resident(),
                withdraw,
                applied.resident().key().signHigh(withdraw.signedBytes()),
                "SIGNATURE_INVALID");
        applied.application().take(applied.resident(), "withdraw", Map.of());
    }

    @Test
    void aKeyThatTheRecordDoesNotHaveIsRefused() {
        Applied applied = applied();
        Resident stranger = new Resident(county.gateway(), Signing.fresh());
        Command withdraw = applied.application().step("withdraw", Map.of());
        refused(stranger, withdraw, stranger.key().sign(withdraw.signedBytes()), "KEY_UNKNOWN");
    }

    @Test
    void somethingThatIsNoSignatureIsRefused() {
        Applied applied = applied();
        Command withdraw = applied.application().step("withdraw", Map.of());
        for (String nonsense :
                List.of("", "AAAA", "not base64!", Base64.getEncoder().encodeToString(new byte[64]))) {
            Reply reply = Snapshot.unchangedBy(county, () -> applied.resident().send(withdraw, nonsense));
            assertThat(reply.expectProblem(403, "not-allowed").at("/refusalCode"))
                    .isEqualTo("SIGNATURE_INVALID");
        }
    }

    @Test
    void withoutAnySignatureACommandIsNobodys() {
        Command withdraw = applied().application().step("withdraw", Map.of());
        Map<String, Object> unsigned = new HashMap<>(withdraw.body(List.of()));
        Snapshot.unchangedBy(
                        county,
                        () -> county.gateway()
                                .post(
                                        withdraw.path(),
                                        unsigned,
                                        "Idempotency-Key",
                                        withdraw.key().text()))
                .expectProblem(401, "authentication-required");
    }

    @Test
    void aCommandThatCameTooLateIsRefused() {
        Applied applied = applied();
        Command withdraw = applied.application().step("withdraw", Map.of());
        Command late = new Command(
                withdraw.target(),
                withdraw.content(),
                withdraw.key(),
                Instant.now().minusSeconds(1).toString());
        Reply reply = Snapshot.unchangedBy(county, () -> applied.resident().submit(late));
        assertThat(reply.expectProblem(422, "validation-failed").at("/refusalCode"))
                .isEqualTo("COMMAND_EXPIRED");
    }
}
