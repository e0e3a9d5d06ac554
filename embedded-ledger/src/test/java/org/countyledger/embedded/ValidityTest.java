package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of transactions that were endorsed in good faith, as the client's commit status tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidityTest {
    private static final String OWN = "GovernanceMSP";

    private final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .chaincode("keys", ThrowawayNetwork.outOf(3, ThrowawayNetwork.COUNTY), KeyChaincode::new)
            .start();
    private final Client client = Client.of(network, OWN);

    @AfterAll
    void close() {
        client.close();
        network.close();
    }

    private Transaction endorse(String function, String... arguments) throws Exception {
        return client.keys()
                .newProposal(function)
                .addArguments(arguments)
                .build()
                .endorse();
    }

    private static Status commit(Transaction transaction) throws Exception {
        return transaction.submitAsync().getStatus();
    }

    private String value(String key) throws Exception {
        return new String(client.keys().evaluateTransaction("get", key), UTF_8);
    }

    @Test
    void theSecondOfTwoUpdatesOfOneKeyConflicts() throws Exception {
        commit(endorse("put", "counter", "10"));
        Transaction first = endorse("add", "counter", "1");
        Transaction second = endorse("add", "counter", "5");

        assertThat(commit(first).getCode()).isEqualTo(TxValidationCode.VALID);
        CommitException refused = catchThrowableOfType(CommitException.class, second::submit);

        assertThat(refused.getCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(refused)
                .hasMessage("Commit of transaction " + second.getTransactionId()
                        + " failed with status code 11 (MVCC_READ_CONFLICT)");
        assertThat(value("counter")).isEqualTo("11");
    }

    @Test
    void aKeyThatAppearsInACountedRangeIsAPhantom() throws Exception {
        commit(endorse("put", "range-1", "1"));
        Transaction counted = endorse("count", "range-", "range-~", "count");
        commit(endorse("put", "range-2", "1"));

        assertThat(commit(counted).getCode()).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
        assertThat(value("count")).isEmpty();
    }

    @Test
    void aKeyBesideACountedRangeIsNoPhantom() throws Exception {
        Transaction counted = endorse("count", "side-", "side-~", "side");
        commit(endorse("put", "sidf", "1"));

        assertThat(commit(counted).getCode()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void anEnvelopeSentAgainIsADuplicateAndKeepsItsFirstStatus() throws Exception {
        Transaction transaction = endorse("put", "once", "1");
        Status first = commit(transaction);
        SubmittedTransaction again = transaction.submitAsync();
        commit(endorse("put", "behind", "1"));

        assertThat(Blocks.codes(network.ledger(), transaction.getTransactionId()))
                .containsExactly(TxValidationCode.VALID, TxValidationCode.DUPLICATE_TXID);
        assertThat(again.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(again.getStatus().getBlockNumber()).isEqualTo(first.getBlockNumber());
    }

    @Test
    void tooFewEndorsersFailThePolicy() throws Exception {
        Transaction transaction = client.keys()
                .newProposal("put")
                .addArguments("lonely", "1")
                .setEndorsingOrganizations(OWN, "AuditMSP")
                .build()
                .endorse();

        CommitException refused = catchThrowableOfType(CommitException.class, transaction::submit);

        assertThat(refused)
                .hasMessage("Commit of transaction " + transaction.getTransactionId()
                        + " failed with status code 10 (ENDORSEMENT_POLICY_FAILURE)");
        assertThat(value("lonely")).isEmpty();
    }

    @Test
    void aKeysOwnPolicyReplacesTheChaincodesAndTheGatewayFindsIt() throws Exception {
        String policy = HexFormat.of()
                .formatHex(ChaincodeSetup.policy("AND('CivilAffairsMSP.peer','AuditMSP.peer')")
                        .toByteArray());
        commit(endorse("put", "guarded", "1"));
        assertThat(commit(endorse("policy", "guarded", policy)).getCode()).isEqualTo(TxValidationCode.VALID);

        Transaction obeying = endorse("put", "guarded", "2");

        assertThat(commit(obeying).getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(Blocks.endorsers(network, obeying.getTransactionId()))
                .containsExactly("AuditMSP", "CivilAffairsMSP");
        Transaction disobeying = client.keys()
                .newProposal("put")
                .addArguments("guarded", "3")
                .setEndorsingOrganizations("CivilAffairsMSP", "EcologyMSP", "GovernanceMSP")
                .build()
                .endorse();
        assertThat(commit(disobeying).getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(value("guarded")).isEqualTo("2");
    }

    @Test
    void aSubmittedAnswerOfASystemChaincodeEndsAsInvalidChaincode() throws Exception {
        Transaction attestation = client.contract("qscc")
                .newProposal("GetChainInfo")
                .addArguments("county")
                .setEndorsingOrganizations(OWN)
                .build()
                .endorse();

        assertThat(commit(attestation).getCode()).isEqualTo(TxValidationCode.INVALID_CHAINCODE);
    }
}
