package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.countyledger.embedded.chaincode.ChaincodeEndpoint;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.junit.jupiter.api.Test;

/** A chaincode process that goes and comes back, and one that is not there yet when the ledger starts. */
class ChaincodeRestartTest {
    private static final String PACKAGE_ID = "keys_1.0:0123abcd";
    private static final String POLICY = "OR('CivilAffairsMSP.peer')";

    @Test
    void theNextCallDialsAgain() throws Exception {
        int port = ChaincodeService.freePort();
        ChaincodeEndpoint endpoint = new ChaincodeEndpoint.Address("127.0.0.1", port, Optional.empty());
        try (ThrowawayNetwork network = ThrowawayNetwork.builder()
                        .organizations("CivilAffairsMSP")
                        .chaincodeAt("keys", POLICY, PACKAGE_ID, mspId -> Optional.of(endpoint))
                        .start();
                Client client = Client.of(network, "CivilAffairsMSP")) {
            assertThat(absent(client)).contains("could not launch chaincode " + PACKAGE_ID, "127.0.0.1:" + port);

            try (ChaincodeService first = serve(port)) {
                client.keys().submitTransaction("put", "kept", "1");
                assertThat(first.endpoint()).isEqualTo(endpoint);
            }
            assertThat(absent(client)).containsAnyOf("could not launch chaincode", "chaincode stream terminated");

            try (ChaincodeService second = serve(port)) {
                assertThat(new String(client.keys().evaluateTransaction("get", "kept"), UTF_8))
                        .isEqualTo("1");
                assertThat(second.endpoint()).isEqualTo(endpoint);
            }
        }
    }

    private static ChaincodeService serve(int port) throws Exception {
        return ChaincodeService.plain(new KeyChaincode("CivilAffairsMSP"), PACKAGE_ID, port);
    }

    private static String absent(Client client) {
        Failure failure = Failure.of(() -> client.keys().submitTransaction("put", "k", "v"));
        assertThat(failure.description())
                .isEqualTo("failed to endorse transaction, see attached details for more info");
        return failure.details().getFirst();
    }
}
