package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.grpc.Status.Code;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger closes whatever goes on, and whoever waits is told. */
class CloseTest {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final long WAIT_SECONDS = 20;

    private final KeyChaincode chaincode = new KeyChaincode("AuditMSP");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void release() {
        chaincode.release();
        threads.shutdown();
    }

    private ThrowawayNetwork.Builder network() {
        return ThrowawayNetwork.builder()
                .organizations("AuditMSP")
                .chaincode("keys", "OR('AuditMSP.peer')", mspId -> chaincode);
    }

    private <T> CompletableFuture<T> wait(Waiting<T> call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return call.run();
                    } catch (GatewayException e) {
                        throw new IllegalStateException(e.getStatus().getCode().toString(), e);
                    }
                },
                threads);
    }

    private interface Waiting<T> {
        T run() throws GatewayException;
    }

    /** Why a wait ended. */
    private static String end(CompletableFuture<?> waiting) throws Exception {
        try {
            return "no failure but " + waiting.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }

    @Test
    void aChaincodeThatHangsDoesNotHoldUpTheEnd() throws Exception {
        ThrowawayNetwork network = network().start();
        Client client = Client.of(network, "AuditMSP");
        CompletableFuture<byte[]> hanging = wait(() -> client.keys().evaluateTransaction("hang"));
        client.keys().submitTransaction("put", "k", "v");

        assertTimeout(CLOSE_LIMIT, network::close);

        assertThat(end(hanging)).contains(Code.UNAVAILABLE.toString());
    }

    @Test
    void aStatusThatIsWaitedForEnds() throws Exception {
        ThrowawayNetwork network = network().start();
        Client client = Client.of(network, "AuditMSP");
        Commit unknown = client.commit("0".repeat(64));
        CompletableFuture<Status> status = wait(unknown::getStatus);
        client.keys().submitTransaction("put", "k", "v");

        assertTimeout(CLOSE_LIMIT, network::close);

        assertThat(end(status)).doesNotStartWith("no failure");
    }

    @Test
    void streamsEnd() throws Exception {
        ThrowawayNetwork network = network().start();
        Client client = Client.of(network, "AuditMSP");
        long height = network.ledger().blocks().chainInfo().getHeight();
        CloseableIterator<ChaincodeEvent> events = client.network().getChaincodeEvents("keys");
        CloseableIterator<Block> blocks = client.network()
                .newBlockEventsRequest()
                .startBlock(height)
                .build()
                .getEvents();
        CompletableFuture<ChaincodeEvent> event = wait(events::next);
        CompletableFuture<Block> block = wait(blocks::next);

        assertTimeout(CLOSE_LIMIT, network::close);

        assertThat(end(event)).doesNotStartWith("no failure");
        assertThat(end(block)).doesNotStartWith("no failure");
    }
}
