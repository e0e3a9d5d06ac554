package org.countyledger.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.FINANCE_CHECKER;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** Keys of a record: who adds them, who revokes them, and who must stand beside one that is kept at a counter. */
class RecordKeysTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);
    private final ResidentKey second = ResidentKey.of("second key");
    private final ResidentKey witness = ResidentKey.of("witness");

    private Act adding(KeyRole role) {
        return story.byResident()
                .does("addKey")
                .with("keyRole", role.name())
                .with("newKey", second.spki())
                .with("custody", Custody.SELF_HELD.name());
    }

    private Act revoking(ResidentKey key) {
        return story.byResident().does("revokeKey").with("oldKey", key.spki());
    }

    @Test
    void theHolderAddsAKeyAndAProxyNeedsAMandate() {
        story.submitted();
        adding(KeyRole.PROXY).refusedAs(RefusalCode.COMMITMENT_MISSING);
        adding(KeyRole.PROXY).staging("mandate").accepted();
        assertThat(story.header().keys()).hasSize(2);
    }

    @Test
    void aKeyIsAddedOnceAndIsAP256Key() {
        story.submitted();
        adding(KeyRole.HOLDER).accepted();
        adding(KeyRole.HOLDER).refusedAs(RefusalCode.KEY_TAKEN);
        adding(KeyRole.HOLDER)
                .with("newKey", ResidentKey.onCurve("secp384r1", "x").spki())
                .refusedAs(RefusalCode.FIELD_INVALID);
    }

    @Test
    void aRevokedKeySignsNothing() {
        story.submitted();
        adding(KeyRole.HOLDER).accepted();
        revoking(story.resident()).accepted();
        story.byResident().does("withdraw").refusedAs(RefusalCode.KEY_REVOKED);
        story.by(Officers.CONDUIT)
                .does("withdraw")
                .signedBy(KeyRole.HOLDER, second)
                .accepted();
    }

    @Test
    void aKeyIsRevokedOnce() {
        story.submitted();
        adding(KeyRole.HOLDER).accepted();
        revoking(second).accepted();
        revoking(second).refusedAs(RefusalCode.KEY_UNKNOWN);
    }

    @Test
    void anOfficerAddsAKeyOnlyWhereThereIsNoneAndWithAWitness() {
        story.submitted();
        addingAtTheCounter().refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        revoking(story.resident()).accepted();
        addingAtTheCounter().refusedAs(RefusalCode.WITNESS_REQUIRED);
        addingAtTheCounter()
                .with("witness", witness.spki())
                .signedBy(KeyRole.WITNESS, witness)
                .signedFor("another channel")
                .refusedAs(RefusalCode.SIGNATURE_INVALID);
        addingAtTheCounter()
                .with("witness", witness.spki())
                .signedBy(KeyRole.WITNESS, witness)
                .accepted();
        assertThat(story.header().keys().getLast().custody()).isEqualTo(Custody.ASSISTED);
    }

    private Act addingAtTheCounter() {
        return story.by(TOWN_CLERK)
                .does("addKey")
                .with("keyRole", KeyRole.HOLDER.name())
                .with("newKey", second.spki())
                .with("custody", Custody.ASSISTED.name());
    }

    @Test
    void theNewKeyIsNotItsOwnWitness() {
        story.submitted();
        revoking(story.resident()).accepted();
        addingAtTheCounter()
                .with("witness", second.spki())
                .signedBy(KeyRole.WITNESS, second)
                .refusedAs(RefusalCode.WITNESS_REQUIRED);
    }

    @Test
    void aKeyKeptAtACounterNeedsAWitnessForWhatCounts() {
        story.submitting().with("custody", Custody.ASSISTED.name()).accepted();
        story.byResident().does("withdraw").refusedAs(RefusalCode.WITNESS_REQUIRED);
        story.byResident()
                .does("withdraw")
                .with("witness", story.resident().spki())
                .signedBy(KeyRole.WITNESS, story.resident())
                .refusedAs(RefusalCode.WITNESS_REQUIRED);
        story.byResident().does("withdraw").signedBy(KeyRole.WITNESS, witness).refusedAs(RefusalCode.KEY_UNKNOWN);
        witnessed(story.byResident().does("withdraw")).accepted();
    }

    private Act witnessed(Act act) {
        return act.with("witness", witness.spki()).signedBy(KeyRole.WITNESS, witness);
    }

    @Test
    void theWitnessIsNeededOnOpenedRecordsToo() {
        story.submitting().with("custody", Custody.ASSISTED.name()).accepted();
        story.accepting().accepted();
        story.startingVerification().accepted();
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(Officers.SECOND_TOWN_CLERK).accepted();
        story.givingOpinion("GRANT").accepted();
        story.openingNotice().accepted();
        story.posting().accepted();
        county.at(story.endOfNotice());
        story.closingNotice().accepted();
        story.granting(Officers.COUNTY_DECIDER).accepted();
        story.instructingPayment(FINANCE_OFFICER).accepted();
        Target payment = paid();
        confirming(payment).refusedAs(RefusalCode.WITNESS_REQUIRED);
        witnessed(confirming(payment)).accepted();
    }

    private Target paid() {
        Target payment = story.linked("disbursement");
        county.by(FINANCE_CHECKER, payment).does("release").staging("bankFile").accepted();
        county.by(FINANCE_OFFICER, payment)
                .does("reserve")
                .staging("bankReturn")
                .accepted();
        county.by(FINANCE_OFFICER, payment).does("commit").staging("bankReturn").accepted();
        return payment;
    }

    private Act confirming(Target payment) {
        return county.by(Officers.CONDUIT, payment).does("confirmReceived").signedBy(KeyRole.HOLDER, story.resident());
    }
}
