package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.countyledger.embedded.testing.SettingsOnDisk;
import org.countyledger.embedded.testing.ThrowawayOrganization;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger process killed in the middle of its work. */
class KillTest {
    private static final String PACKAGE_ID = "keys_1.0:0123abcd";
    private static final List<String> MSP_IDS = List.of("AuditMSP", "CivilAffairsMSP");
    private static final int CLIENTS = 16;
    private static final int ANSWERED_BEFORE_KILL = 60;

    private final List<ThrowawayOrganization> organizations =
            MSP_IDS.stream().map(ThrowawayOrganization::withTls).toList();
    private final List<ManagedChannel> connections = new ArrayList<>();
    private final Map<String, Committed> answered = new ConcurrentHashMap<>();

    /** What the ledger had answered about a transaction. */
    private record Committed(Transaction transaction, String key, Status status) {}

    private Client client(LedgerProcess ledger, int organization) throws IOException {
        ThrowawayOrganization own = organizations.get(organization);
        ManagedChannel connection = NettyChannelBuilder.forTarget(
                        ledger.gateway(own.mspId()),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(own.tlsRoot().newInput())
                                .build())
                .build();
        connections.add(connection);
        return Client.of(connection, own.client("client"));
    }

    @Test
    void everyAnsweredCommitIsThereAfterKillAndReopen(@TempDir Path directory) throws Exception {
        SettingsOnDisk settings = new SettingsOnDisk(directory, organizations);
        List<ChaincodeService> services = new ArrayList<>();
        List<String[]> addresses = new ArrayList<>();
        for (String mspId : MSP_IDS) {
            ChaincodeService service =
                    ChaincodeService.plain(new KeyChaincode(mspId), PACKAGE_ID, ChaincodeService.freePort());
            services.add(service);
            addresses.add(new String[] {mspId, service.endpoint().text()});
        }
        Path file = settings.chaincode("keys", "AND('AuditMSP.peer','CivilAffairsMSP.peer')", PACKAGE_ID, addresses)
                .write();
        try (LedgerProcess ledger = LedgerProcess.start(file)) {
            killInMidLoad(ledger);
        }
        try (LedgerProcess ledger = LedgerProcess.start(file);
                Client client = client(ledger, 0)) {
            assertEverythingAnsweredIsThere(client);
            assertHeightsAgree(ledger);
            assertARepeatedEnvelopeIsADuplicate(
                    client, answered.values().iterator().next());
            ledger.terminate();
        } finally {
            connections.forEach(ManagedChannel::shutdownNow);
            services.forEach(ChaincodeService::close);
        }
        assertThat(EmbeddedLedgerMain.attempt(file, true)).isEmpty();
    }

    /** Clients submit without end; the process is killed when enough commits are answered. */
    private void killInMidLoad(LedgerProcess ledger) throws Exception {
        CountDownLatch enough = new CountDownLatch(ANSWERED_BEFORE_KILL);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Client client = client(ledger, i % MSP_IDS.size());
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> submitUntilItFails(client, number, enough)));
        }
        enough.await();
        ledger.kill();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void submitUntilItFails(Client client, int number, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String key = "key-" + number + "-" + i;
                Transaction transaction = client.keys()
                        .newProposal("put")
                        .addArguments(key, key)
                        .build()
                        .endorse();
                Status status = transaction.submitAsync().getStatus();
                answered.put(transaction.getTransactionId(), new Committed(transaction, key, status));
                enough.countDown();
            }
        } catch (GatewayException e) {
            // The ledger was killed.
        }
    }

    private void assertEverythingAnsweredIsThere(Client client) throws Exception {
        for (Committed committed : answered.values()) {
            assertThat(committed.status().getCode()).isEqualTo(TxValidationCode.VALID);
            assertThat(new String(client.keys().evaluateTransaction("get", committed.key()), UTF_8))
                    .isEqualTo(committed.key());
        }
    }

    private void assertHeightsAgree(LedgerProcess ledger) throws Exception {
        List<BlockchainInfo> infos = new ArrayList<>();
        for (int i = 0; i < MSP_IDS.size(); i++) {
            try (Client client = client(ledger, i)) {
                infos.add(BlockchainInfo.parseFrom(
                        client.contract("qscc").evaluateTransaction("GetChainInfo", "county")));
            }
        }
        assertThat(infos).containsOnly(infos.getFirst());
    }

    private static void assertARepeatedEnvelopeIsADuplicate(Client client, Committed committed) throws Exception {
        SubmittedTransaction again = client.gateway()
                .newTransaction(committed.transaction().getBytes())
                .submitAsync();
        assertThat(again.getStatus().getBlockNumber())
                .isEqualTo(committed.status().getBlockNumber());
        client.keys().submitTransaction("put", "behind", "1");
        try (CloseableIterator<FilteredBlock> blocks = client.network()
                .newFilteredBlockEventsRequest()
                .startBlock(committed.status().getBlockNumber() + 1)
                .build()
                .getEvents()) {
            assertThat(nextCode(blocks, committed.transaction().getTransactionId()))
                    .isEqualTo(TxValidationCode.DUPLICATE_TXID);
        }
    }

    private static TxValidationCode nextCode(CloseableIterator<FilteredBlock> blocks, String transactionId) {
        while (true) {
            for (FilteredTransaction transaction : blocks.next().getFilteredTransactionsList()) {
                if (transaction.getTxid().equals(transactionId)) {
                    return transaction.getTxValidationCode();
                }
            }
        }
    }
}
