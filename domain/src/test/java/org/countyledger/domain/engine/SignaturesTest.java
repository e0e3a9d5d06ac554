package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import java.util.List;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Event.Signer;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a resident signed is what happens, or nothing does. */
class SignaturesTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a field; \"band\":\"2\"; \"band\":\"3\"",
                "a new field; \"band\":\"2\"; \"band\":\"2\",\"mandate\":\"x\"",
                "the variant; \"clear\":\\{; \"clear\":{\"variant\":\"OTHER\",",
                "the id; \"id\":\"[^\"]+\"; \"id\":\"0f0e0d0c-0b0a-8908-8706-050403020100\"",
                "a commitment; \"form\":\"[0-9a-f]{4}; \"form\":\"0123",
                "a renamed commitment; \"form\":; \"diary\":",
                "the tag; \"tag\":\"[0-9a-f]{4}; \"tag\":\"0123",
                "notAfter; \"notAfter\":\"2026; \"notAfter\":\"2027"
            })
    void changingWhatWasSignedMakesItRefused(String part, String found, String put) {
        story.submitting().tampered(command -> replaced(command, found, put)).refusedAs(RefusalCode.SIGNATURE_INVALID);
    }

    private static Command replaced(Command command, String found, String put) {
        String json = CanonicalJson.text(command);
        String changed = json.replaceFirst(found, put);
        assertThat(changed).isNotEqualTo(json);
        return CanonicalJson.read(changed, Command.class);
    }

    @Test
    void aSignatureForAnotherKindIsNone() {
        story.submitted();
        story.byResident()
                .does("withdraw")
                .tampered(command -> replaced(command, "WelfareApplication", "Grievance"))
                .refusedAs(RefusalCode.UNKNOWN_RECORD);
    }

    @Test
    void aSignatureForAnotherChannelIsNone() {
        story.submitting().signedFor("another channel").refusedAs(RefusalCode.SIGNATURE_INVALID);
    }

    @Test
    void aSignatureForAnotherSequenceIsNone() {
        story.accepted();
        Act withdrawing = story.byResident().does("withdraw").expecting(2);
        List<CommandSignature> old = withdrawing.command().signatures();
        story.startingVerification().accepted();
        story.byResident()
                .does("withdraw")
                .tampered(command -> command.signedWith(old))
                .refusedAs(RefusalCode.SIGNATURE_INVALID);
        withdrawing.refusedAs(RefusalCode.STALE_SEQ);
    }

    @Test
    void aHighSIsRefusedThoughItVerifies() {
        story.submitting()
                .tampered(command -> command.signedWith(List.of(new CommandSignature(
                        KeyRole.HOLDER,
                        story.resident().spki(),
                        story.resident().signHigh(command.signedBytes(TestCounty.CHANNEL, TestCounty.CHAINCODE))))))
                .refusedAs(RefusalCode.SIGNATURE_INVALID);
    }

    @Test
    void aConduitBringsNothingWithoutASignature() {
        story.submitting().tampered(command -> command.signedWith(List.of())).refusedAs(RefusalCode.SIGNATURE_REQUIRED);
        story.submitted();
        story.by(CONDUIT).does("withdraw").refusedAs(RefusalCode.SIGNATURE_REQUIRED);
        story.by(CONDUIT).does("accept").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
    }

    @Test
    void anOfficersWordIsNoKeyAndAKeyIsNoOfficer() {
        story.submitted();
        story.by(TOWN_CLERK)
                .does("withdraw")
                .signedBy(KeyRole.HOLDER, story.resident())
                .refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        story.byResident().does("accept").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
    }

    @Test
    void theKeyOfAnotherRecordSignsNothing() {
        story.submitted();
        WelfareCase other = new WelfareCase(county).submitted();
        story.by(CONDUIT)
                .does("withdraw")
                .signedBy(KeyRole.HOLDER, other.resident())
                .refusedAs(RefusalCode.KEY_UNKNOWN);
    }

    @Test
    void aKeySignsOnlyInItsRole() {
        story.submittingAs(KeyRole.PROXY).staging("mandate").accepted();
        story.byResident().does("withdraw").refusedAs(RefusalCode.KEY_UNKNOWN);
        story.by(CONDUIT)
                .does("withdraw")
                .signedBy(KeyRole.PROXY, story.resident())
                .refusedAs(RefusalCode.SIGNATURE_REQUIRED);
    }

    @Test
    void whoeverSignsAsProxySaysSoInWhatIsSigned() {
        Act asProxy = story.submittingAs(KeyRole.PROXY).staging("mandate");
        asProxy.tampered(command -> inRole(command, KeyRole.HOLDER)).refusedAs(RefusalCode.KEY_UNKNOWN);
        story.submitting()
                .staging("mandate")
                .tampered(command -> inRole(command, KeyRole.PROXY))
                .refusedAs(RefusalCode.KEY_UNKNOWN);
        story.submittingAs(KeyRole.PROXY).staging("mandate").accepted();
    }

    private static Command inRole(Command command, KeyRole role) {
        CommandSignature signature = command.signatures().getFirst();
        return command.signedWith(List.of(new CommandSignature(role, signature.spki(), signature.signature())));
    }

    @Test
    void aKeySignsOnce() {
        Command command = story.submitting().command();
        CommandSignature signature = command.signatures().getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command.signedWith(List.of(signature, signature)))
                .withMessageContaining("a key signs once");
    }

    @Test
    void noSignatureThatDoesNotVerifyGetsIntoAnEvent() {
        story.submitted();
        ResidentKey stranger = ResidentKey.of("stranger");
        story.byResident().does("withdraw").signedBy(KeyRole.PROXY, stranger).refusedAs(RefusalCode.KEY_UNKNOWN);
        story.accepting().signedBy(KeyRole.HOLDER, stranger).refusedAs(RefusalCode.KEY_UNKNOWN);
        story.accepting()
                .signedBy(KeyRole.HOLDER, story.resident())
                .signedFor("another channel")
                .refusedAs(RefusalCode.SIGNATURE_INVALID);
        story.accepting().signedBy(KeyRole.HOLDER, story.resident()).accepted();
    }

    @Test
    void theEventKeepsWhoSignedAndWhat() {
        Act submitting = story.submitting();
        submitting.accepted();
        byte[] signed = submitting.command().signedBytes(TestCounty.CHANNEL, TestCounty.CHAINCODE);
        Signer signer = county.events(story.target()).getFirst().signers().getFirst();
        assertThat(signer.keyRole()).isEqualTo(KeyRole.HOLDER);
        assertThat(signer.spki()).isEqualTo(story.resident().spki());
        assertThat(signer.commandDigest()).isEqualTo(Digests.sha256Hex(signed));
    }
}
