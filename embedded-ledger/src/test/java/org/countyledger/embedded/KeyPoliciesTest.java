package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.embedded.PrivateNetwork.AUDIT;
import static org.countyledger.embedded.PrivateNetwork.CIVIL;
import static org.countyledger.embedded.PrivateNetwork.ECOLOGY;
import static org.countyledger.embedded.PrivateNetwork.GOVERNANCE;
import static org.countyledger.embedded.PrivateNetwork.hash;
import static org.countyledger.embedded.PrivateNetwork.implicit;

import java.util.List;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Headers whose policy is the owner and one other, under a chaincode that any two may endorse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyPoliciesTest {
    private static final String OWNER_AND_ANOTHER =
            "AND('CivilAffairsMSP.peer'," + "OutOf(1,'GovernanceMSP.peer','EcologyMSP.peer','AuditMSP.peer'))";

    private final PrivateNetwork county = new PrivateNetwork(ThrowawayNetwork.builder());

    @AfterAll
    void close() {
        county.close();
    }

    private PrivateNetwork.Call create(String key) {
        return county.call(CIVIL, "command", implicit(CIVIL), key, hash("form"), OWNER_AND_ANOTHER);
    }

    private void created(String key) throws Exception {
        assertThat(county.stage(CIVIL, key, "form")).isEqualTo(TxValidationCode.VALID);
        assertThat(create(key).code()).isEqualTo(TxValidationCode.VALID);
    }

    private PrivateNetwork.Call touch(String mspId, String key) {
        return county.call(mspId, "touch", "", "H~" + key, "touched");
    }

    @Test
    void theGatewayFindsTheOwnerAndOneOtherByTheKeysPolicy() throws Exception {
        created("planned");

        for (String mspId : List.of(CIVIL, ECOLOGY)) {
            SubmittedTransaction touched = touch(mspId, "planned").submit();
            assertThat(touched.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
            assertThat(Blocks.endorsers(county.network, touched.getTransactionId()))
                    .hasSize(2)
                    .contains(CIVIL);
        }
    }

    @Test
    void twoOrganisationsWithoutTheOwnerAreTooFewAndSoIsTheOwnerAlone() throws Exception {
        created("guarded");

        assertThat(touch(AUDIT, "guarded").endorsedBy(AUDIT, GOVERNANCE).code())
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(touch(CIVIL, "guarded").endorsedBy(CIVIL).code())
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void ofTwinCreationsInOneBlockTheSecondCannotBeJudged() throws Exception {
        county.stage(CIVIL, "twins", "form");
        Transaction first = create("twins").endorsed();
        Transaction second = create("twins").endorsed();
        county.network.faults().holdBlocks();
        SubmittedTransaction one = first.submitAsync();
        SubmittedTransaction two = second.submitAsync();
        county.network.faults().cutBlock();
        county.network.faults().releaseBlocks();

        assertThat(one.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(two.getStatus().getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(two.getStatus().getBlockNumber()).isEqualTo(one.getStatus().getBlockNumber());
    }

    @Test
    void aPrivateKeysOwnPolicyStandsInForItsCollections() throws Exception {
        county.call(CIVIL, "stage", "pair", "own").secret("minutes").code();
        assertThat(county.call(CIVIL, "guard", "pair", "own", "AND('CivilAffairsMSP.peer','AuditMSP.peer')")
                        .code())
                .isEqualTo(TxValidationCode.VALID);

        assertThat(county.call(CIVIL, "delete", "pair", "own").endorsedBy(CIVIL).code())
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(county.get(AUDIT, "pair", "own"))
                .as("the value follows the version that its metadata raised")
                .isEqualTo("minutes");
        SubmittedTransaction deleted =
                county.call(AUDIT, "delete", "pair", "own").submit();
        assertThat(deleted.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(Blocks.endorsers(county.network, deleted.getTransactionId())).containsExactly(AUDIT, CIVIL);
    }
}
