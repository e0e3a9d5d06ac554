package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.embedded.chaincode.ChaincodeEndpoint;
import org.countyledger.embedded.testing.InProcessChaincode;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A chaincode that two of three organisations run, and the gateway of the third. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartialChaincodeTest {
    private static final String PACKAGE_ID = "keys_1.0:00";
    private static final List<String> RUNNING = List.of("AuditMSP", "CivilAffairsMSP");

    private final Map<String, InProcessChaincode> served =
            Map.of("AuditMSP", serve("AuditMSP"), "CivilAffairsMSP", serve("CivilAffairsMSP"));
    private final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .organizations("AuditMSP", "CivilAffairsMSP", "EcologyMSP")
            .chaincodeAt("keys", ThrowawayNetwork.outOf(2, RUNNING), PACKAGE_ID, this::endpoint)
            .chaincodeAt(
                    "all",
                    "AND('AuditMSP.peer','CivilAffairsMSP.peer','EcologyMSP.peer')",
                    PACKAGE_ID,
                    mspId -> Optional.empty())
            .start();
    private final Client client = Client.of(network, "EcologyMSP");

    private static InProcessChaincode serve(String mspId) {
        try {
            return InProcessChaincode.start(new KeyChaincode(mspId), mspId, PACKAGE_ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ChaincodeEndpoint> endpoint(String mspId) {
        return Optional.ofNullable(served.get(mspId)).map(InProcessChaincode::endpoint);
    }

    @AfterAll
    void close() {
        client.close();
        network.close();
        served.values().forEach(InProcessChaincode::close);
    }

    @Test
    void aGatewayWithoutTheChaincodeFindsThosePeersThatRunIt() throws Exception {
        SubmittedTransaction submitted = client.keys()
                .newProposal("put")
                .addArguments("k", "v")
                .build()
                .endorse()
                .submitAsync();

        assertThat(submitted.getStatus().isSuccessful()).isTrue();
        assertThat(Blocks.endorsers(network, submitted.getTransactionId())).isEqualTo(RUNNING);
        assertThat(client.keys().evaluateTransaction("get", "k")).isNotEmpty();
    }

    @Test
    void transientDataDoesNotLeaveTheClientsOrganisation() {
        var proposal = client.keys()
                .newProposal("put")
                .addArguments("k", "v")
                .putTransient("secret", "s")
                .build();

        assertThat(Failure.of(proposal::endorse).description())
                .isEqualTo("no endorsers found in the gateway's organization; retry specifying endorsing"
                        + " organization(s) to protect transient data");
        assertThat(Failure.of(proposal::evaluate).description())
                .isEqualTo("no endorsers found in the gateway's organization; retry specifying target"
                        + " organization(s) to protect transient data: no peers available to evaluate chaincode keys"
                        + " in channel county");
    }

    @Test
    void aPolicyThatNobodyCanSatisfyHasNoCombination() {
        Failure failure = Failure.of(() -> client.contract("all").submitTransaction("put", "k", "v"));

        assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(failure.description())
                .isEqualTo("no combination of peers can be derived which satisfy the endorsement policy:"
                        + " no peer combination can satisfy the endorsement policy");
    }
}
