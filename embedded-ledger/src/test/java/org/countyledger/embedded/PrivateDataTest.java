package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.embedded.PrivateNetwork.AUDIT;
import static org.countyledger.embedded.PrivateNetwork.CIVIL;
import static org.countyledger.embedded.PrivateNetwork.ECOLOGY;
import static org.countyledger.embedded.PrivateNetwork.GOVERNANCE;
import static org.countyledger.embedded.PrivateNetwork.hash;
import static org.countyledger.embedded.PrivateNetwork.implicit;

import io.grpc.Status.Code;
import java.util.List;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Private values from the transient map to the members' stores and out of them, with the official client and shim. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateDataTest {
    private static final String REFUSED_CALL = "Unsuccessful response received.";

    private final PrivateNetwork county = new PrivateNetwork(ThrowawayNetwork.builder());

    @AfterAll
    void close() {
        county.close();
    }

    private List<String> endorsers(SubmittedTransaction transaction) throws Exception {
        return Blocks.endorsers(county.network, transaction.getTransactionId());
    }

    private void assertCallRefused(PrivateNetwork.Call call) {
        Failure failure = Failure.of(call::answer);
        assertThat(failure.details()).isNotEmpty().allMatch(detail -> detail.contains(REFUSED_CALL));
    }

    @Test
    void theOwnerAloneEndorsesWhatGoesIntoItsOwnCollection() throws Exception {
        SubmittedTransaction staged = county.call(CIVIL, "stage", implicit(CIVIL), "own")
                .secret("form")
                .endorsedBy(CIVIL)
                .submit();

        assertThat(staged.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(endorsers(staged)).containsExactly(CIVIL);
        assertThat(county.get(CIVIL, implicit(CIVIL), "own")).isEqualTo("form");
    }

    @Test
    void theGatewayFindsTheOwnerByItself() throws Exception {
        SubmittedTransaction staged = county.call(CIVIL, "stage", implicit(CIVIL), "found")
                .secret("form")
                .submit();

        assertThat(staged.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(endorsers(staged)).containsExactly(CIVIL);
    }

    @Test
    void anotherOrganisationCannotEndorseWhatGoesIntoACollectionNotItsOwn() throws Exception {
        assertThat(county.call(AUDIT, "stage", implicit(CIVIL), "foreign")
                        .secret("form")
                        .endorsedBy(AUDIT)
                        .code())
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(county.call(CIVIL, "hash", implicit(CIVIL), "foreign").answer())
                .isEmpty();
    }

    @Test
    void everyOrganisationSeesTheHashAndOnlyTheOwnerTheValue() throws Exception {
        county.stage(CIVIL, "seen", "form");

        for (String mspId : List.of(CIVIL, GOVERNANCE, ECOLOGY, AUDIT)) {
            assertThat(county.call(mspId, "command", implicit(CIVIL), "seen", hash("form"), "OR('AuditMSP.peer')")
                            .answer())
                    .isEmpty();
        }
        assertCallRefused(county.call(AUDIT, "get", implicit(CIVIL), "seen").endorsedBy(AUDIT));
    }

    @Test
    void aCommandWhoseCommitmentIsNotTheHashIsRefusedByEveryEndorser() throws Exception {
        county.stage(CIVIL, "wrong", "form");

        Failure failure = Failure.of(
                () -> county.call(CIVIL, "command", implicit(CIVIL), "wrong", hash("other form"), "OR('AuditMSP.peer')")
                        .submit());

        assertThat(failure.details()).allMatch(detail -> detail.contains("COMMITMENT_MISMATCH"));
    }

    @Test
    void disclosingIsWritingTheSameBytesToAnotherOrganisationsCollection() throws Exception {
        county.stage(CIVIL, "shown", "form");

        assertThat(county.call(CIVIL, "stage", implicit(AUDIT), "shown")
                        .secret("form")
                        .endorsedBy(CIVIL, AUDIT)
                        .code())
                .isEqualTo(TxValidationCode.VALID);

        assertThat(county.get(AUDIT, implicit(AUDIT), "shown")).isEqualTo("form");
        assertThat(county.call(ECOLOGY, "hash", implicit(AUDIT), "shown").answer())
                .isEqualTo(
                        county.call(ECOLOGY, "hash", implicit(CIVIL), "shown").answer())
                .isNotEmpty();
        assertCallRefused(county.call(ECOLOGY, "get", implicit(AUDIT), "shown").endorsedBy(ECOLOGY));
    }

    @Test
    void aPurgedValueIsGoneForEverybodyAndMayBeWrittenAnew() throws Exception {
        county.stage(CIVIL, "purged", "form");
        assertThat(county.call(CIVIL, "purge", implicit(CIVIL), "purged")
                        .endorsedBy(CIVIL)
                        .code())
                .isEqualTo(TxValidationCode.VALID);

        assertThat(county.get(CIVIL, implicit(CIVIL), "purged")).isEmpty();
        assertThat(county.call(AUDIT, "hash", implicit(CIVIL), "purged").answer())
                .isEmpty();

        county.stage(CIVIL, "purged", "second form");
        assertThat(county.get(CIVIL, implicit(CIVIL), "purged")).isEqualTo("second form");
    }

    @Test
    void aDeletedValueIsGoneFromReadsAndRanges() throws Exception {
        county.stage(CIVIL, "range-1", "one");
        county.stage(CIVIL, "range-2", "two");
        county.stage(CIVIL, "range-3", "three");
        county.call(CIVIL, "delete", implicit(CIVIL), "range-2")
                .endorsedBy(CIVIL)
                .code();

        assertThat(county.call(CIVIL, "scan", implicit(CIVIL), "range-", "range-~")
                        .answer())
                .isEqualTo("range-1=one,range-3=three");
        assertThat(county.get(CIVIL, implicit(CIVIL), "range-2")).isEmpty();
    }

    @Test
    void membersOfACollectionShareWhatOneOfThemEndorsed() throws Exception {
        SubmittedTransaction staged =
                county.call(AUDIT, "stage", "pair", "shared").secret("minutes").submit();

        assertThat(staged.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(endorsers(staged)).as("the collection's own policy").containsExactly(AUDIT);
        assertThat(county.get(CIVIL, "pair", "shared")).isEqualTo("minutes");
        assertThat(county.get(AUDIT, "pair", "shared")).isEqualTo("minutes");
    }

    @Test
    void aCollectionForMembersOnlyRefusesOtherOrganisationsClients() throws Exception {
        county.call(CIVIL, "stage", "pair", "closed").secret("minutes").code();

        assertCallRefused(county.call(ECOLOGY, "get", "pair", "closed"));
        assertCallRefused(county.call(ECOLOGY, "stage", "pair", "closed").secret("other"));
        assertCallRefused(county.call(ECOLOGY, "scan", "pair", "", ""));
        assertThat(county.call(ECOLOGY, "hash", "pair", "closed").answer()).isNotEmpty();
    }

    @Test
    void transientDataForCollectionsOfDifferentMembersNeedsNamedOrganisations() throws Exception {
        var both = county.call(CIVIL, "stageBoth", implicit(CIVIL), "both", implicit(AUDIT))
                .secret("form");

        Failure failure = Failure.of(both::submit);
        assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(failure.description())
                .isEqualTo("requires endorsement from organisation(s) that are not in the distribution policy of the"
                        + " private data collection(s): [_implicit_org_AuditMSP _implicit_org_CivilAffairsMSP];"
                        + " retry specifying trusted endorsing organizations to protect transient data");
        assertThat(both.endorsedBy(CIVIL, AUDIT).code()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void twoReadersOfOnePrivateKeyConflictByItsHash() throws Exception {
        county.stage(CIVIL, "contended", "1");
        var first = county.call(CIVIL, "copy", implicit(CIVIL), "contended", implicit(CIVIL))
                .endorsedBy(CIVIL);

        var early = first.endorsed();
        assertThat(county.stage(CIVIL, "contended", "2")).isEqualTo(TxValidationCode.VALID);
        assertThat(early.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(county.get(CIVIL, implicit(CIVIL), "contended")).isEqualTo("2");
    }
}
