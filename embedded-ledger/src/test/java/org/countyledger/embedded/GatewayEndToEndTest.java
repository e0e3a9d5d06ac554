package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The official client and the official shim, both unmodified, in one JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayEndToEndTest {
    private final ThrowawayNetwork network =
            ThrowawayNetwork.builder().chaincode("keys", KeyChaincode::new).start();
    private final Client client = Client.of(network, "CivilAffairsMSP");

    @BeforeAll
    void definitionIsOnTheChain() {
        assertThat(network.ledger().blocks().chainInfo().getHeight()).isEqualTo(2);
    }

    @AfterAll
    void close() {
        client.close();
        network.close();
    }

    @Test
    void aSubmittedTransactionIsCommittedAndSeenByAllOrganisations() throws Exception {
        byte[] answer = client.keys().submitTransaction("put", "greeting", "hello");
        assertThat(new String(answer, UTF_8)).isEqualTo("hello");
        for (String mspId : network.mspIds()) {
            try (Client other = Client.of(network, mspId)) {
                assertThat(new String(other.keys().evaluateTransaction("get", "greeting"), UTF_8))
                        .isEqualTo("hello");
            }
        }
    }

    @Test
    void aStatusNamesTheBlock() throws Exception {
        SubmittedTransaction submitted = client.keys()
                .newProposal("put")
                .addArguments("status", "1")
                .build()
                .endorse()
                .submitAsync();
        Status status = submitted.getStatus();
        assertThat(status.isSuccessful()).isTrue();
        assertThat(network.ledger().blocks().block(status.getBlockNumber())).isPresent();
        assertThat(network.ledger().blocks().contains(submitted.getTransactionId()))
                .isTrue();
    }
}
