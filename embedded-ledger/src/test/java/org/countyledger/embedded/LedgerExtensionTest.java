package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.countyledger.embedded.testing.LedgerExtension;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one network and find it as new. */
class LedgerExtensionTest {
    @RegisterExtension
    static final LedgerExtension LEDGER =
            LedgerExtension.of(ThrowawayNetwork.builder().chaincode("keys", KeyChaincode::new));

    @RepeatedTest(3)
    void everyTestFindsTheDefinitionsAndNothingElse(ThrowawayNetwork network) throws Exception {
        assertThat(network.ledger().blocks().chainInfo().getHeight()).isEqualTo(2);
        try (Client client = Client.of(network, "CivilAffairsMSP")) {
            assertThat(client.keys().evaluateTransaction("get", "left")).isEmpty();
            client.keys().submitTransaction("put", "left", "behind");
        }
    }

    @Test
    void aClientOutlivesTheReset(ThrowawayNetwork network) throws Exception {
        try (Client client = Client.of(network, "AuditMSP")) {
            client.keys().submitTransaction("put", "key", "before");
            Block first = network.ledger().blocks().block(1).orElseThrow();

            network.reset();

            assertThat(client.keys().evaluateTransaction("get", "key")).isEmpty();
            client.keys().submitTransaction("put", "key", "after");
            assertThat(new String(client.keys().evaluateTransaction("get", "key"), UTF_8))
                    .isEqualTo("after");
            assertThat(new String(client.keys().evaluateTransaction("history", "key"), UTF_8))
                    .isEqualTo("after");
            assertThat(network.ledger().blocks().block(1)).contains(first);
        }
    }

    @Test
    void aResetEndsFaults(ThrowawayNetwork network, Faults faults) throws Exception {
        faults.stop("EcologyMSP");
        faults.freeze("AuditMSP");
        faults.stopOrdering();
        faults.holdBlocks();
        faults.loseCommitStatuses(5);

        network.reset();

        try (Client client = Client.of(network, "EcologyMSP")) {
            client.keys().submitTransaction("put", "key", "value");
        }
    }

    @Test
    void whatIsOnDiskIsNotReset(@TempDir Path directory) {
        try (ThrowawayNetwork onDisk = ThrowawayNetwork.builder()
                .organizations("AuditMSP")
                .directory(directory)
                .start()) {
            assertThatThrownBy(onDisk::reset)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in memory");
        }
    }
}
