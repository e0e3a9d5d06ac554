package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Streams as the official client opens them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
    /** Long enough that transactions submitted together share a block. */
    private static final BatchSettings TOGETHER = new BatchSettings(4, 512 << 10, 10L << 20, Duration.ofMillis(300));

    private final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .organizations("CivilAffairsMSP", "AuditMSP")
            .batch(TOGETHER)
            .chaincode("keys", KeyChaincode::new)
            .start();
    private final Client client = Client.of(network, "CivilAffairsMSP");

    @AfterAll
    void close() {
        client.close();
        network.close();
    }

    /** Four transactions with an event each, in one block; its number. */
    private long fourEvents(String prefix) throws Exception {
        List<SubmittedTransaction> submitted = new ArrayList<>();
        for (Transaction transaction : endorsed(prefix)) {
            submitted.add(transaction.submitAsync());
        }
        return submitted.getLast().getStatus().getBlockNumber();
    }

    private List<Transaction> endorsed(String prefix) throws Exception {
        List<Transaction> endorsed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            endorsed.add(client.keys()
                    .newProposal("event")
                    .addArguments(prefix + i, "payload " + i)
                    .build()
                    .endorse());
        }
        return endorsed;
    }

    private static List<String> names(CloseableIterator<ChaincodeEvent> events, int count) {
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            names.add(events.next().getEventName());
        }
        return names;
    }

    @Test
    void eventsCarryTheirTransactionBlockAndPayload() throws Exception {
        long block = fourEvents("whole-");
        try (CloseableIterator<ChaincodeEvent> events = client.network()
                .newChaincodeEventsRequest("keys")
                .startBlock(block)
                .build()
                .getEvents()) {
            ChaincodeEvent first = events.next();

            assertThat(first.getEventName()).isEqualTo("whole-0");
            assertThat(new String(first.getPayload(), UTF_8)).isEqualTo("payload 0");
            assertThat(first.getChaincodeName()).isEqualTo("keys");
            assertThat(first.getBlockNumber()).isEqualTo(block);
            assertThat(Blocks.codes(network.ledger(), first.getTransactionId()))
                    .containsExactly(TxValidationCode.VALID);
            assertThat(names(events, 3)).containsExactly("whole-1", "whole-2", "whole-3");
        }
    }

    @Test
    void aCheckpointInTheMiddleOfABlockContinuesWithTheRestThroughAnotherOrganisation() throws Exception {
        long block = fourEvents("rest-");
        InMemoryCheckpointer checkpoint = new InMemoryCheckpointer();
        try (CloseableIterator<ChaincodeEvent> events = client.network()
                .newChaincodeEventsRequest("keys")
                .startBlock(block)
                .build()
                .getEvents()) {
            events.next();
            checkpoint.checkpointChaincodeEvent(events.next());
        }
        fourEvents("next-");

        try (Client other = Client.of(network, "AuditMSP");
                CloseableIterator<ChaincodeEvent> events = other.network()
                        .newChaincodeEventsRequest("keys")
                        .startBlock(0)
                        .checkpoint(checkpoint)
                        .build()
                        .getEvents()) {
            assertThat(names(events, 4)).containsExactly("rest-2", "rest-3", "next-0", "next-1");
        }
    }

    @Test
    void eventsOfInvalidTransactionsAndOfOtherChaincodesStayOut() throws Exception {
        Transaction lonely = client.keys()
                .newProposal("event")
                .addArguments("invalid", "1")
                .setEndorsingOrganizations("AuditMSP")
                .build()
                .endorse();
        assertThat(lonely.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        long block = fourEvents("valid-");

        try (CloseableIterator<ChaincodeEvent> events = client.network()
                .newChaincodeEventsRequest("keys")
                .startBlock(block - 1)
                .build()
                .getEvents()) {
            assertThat(events.next().getEventName()).isEqualTo("valid-0");
        }
    }

    @Test
    void aStreamWaitsForTheNextBlock() throws Exception {
        try (CloseableIterator<ChaincodeEvent> events = client.network().getChaincodeEvents("keys")) {
            fourEvents("live-");

            assertThat(names(events, 4)).containsExactly("live-0", "live-1", "live-2", "live-3");
        }
    }

    @Test
    void eventsForAnotherKeyThanTheIdentitysAreDenied() {
        try (Client thief = thief();
                CloseableIterator<ChaincodeEvent> events = thief.network().getChaincodeEvents("keys")) {
            GatewayRuntimeException denied = catchThrowableOfType(GatewayRuntimeException.class, events::next);

            assertThat(denied.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
            assertThat(denied.getStatus().getDescription())
                    .startsWith("Failed evaluating policy on signed data during check policy on channel [county] with"
                            + " policy [/Channel/Application/Readers]: [");
        }
    }

    private Client thief() {
        ThrowawayIdentity certificate = network.organization("AuditMSP").client("somebody");
        ThrowawayIdentity key = network.organization("AuditMSP").client("thief");
        Gateway gateway = Client.builder(certificate)
                .identity(new X509Identity("AuditMSP", certificate.certificate()))
                .signer(Signers.newPrivateKeySigner(key.privateKey()))
                .connection(network.gatewayChannel("AuditMSP"))
                .connect();
        return new Client(gateway, "county");
    }

    @Test
    void blocksComeFromTheStartBlockOnAndOnlyAfterThem() throws Exception {
        fourEvents("blocks-");
        try (CloseableIterator<Block> blocks =
                client.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
            for (Block expected : Blocks.all(network.ledger())) {
                assertThat(blocks.next()).isEqualTo(expected);
            }
        }
    }

    @Test
    void blocksWithPrivateDataHoldTheBlock() throws Exception {
        try (CloseableIterator<BlockAndPrivateData> blocks = client.network()
                .newBlockAndPrivateDataEventsRequest()
                .startBlock(1)
                .build()
                .getEvents()) {
            assertThat(blocks.next().getBlock())
                    .isEqualTo(network.ledger().blocks().block(1).orElseThrow());
        }
    }

    @Test
    void filteredBlocksNameEveryTransactionAndEventButNoPayload() throws Exception {
        long block = fourEvents("filtered-");
        try (CloseableIterator<FilteredBlock> blocks = client.network()
                .newFilteredBlockEventsRequest()
                .startBlock(block)
                .build()
                .getEvents()) {
            FilteredBlock filtered = blocks.next();
            FilteredTransaction last = filtered.getFilteredTransactions(3);

            assertThat(filtered.getChannelId()).isEqualTo("county");
            assertThat(filtered.getFilteredTransactionsCount()).isEqualTo(4);
            assertThat(last.getTxValidationCode()).isEqualTo(TxValidationCode.VALID);
            org.hyperledger.fabric.protos.peer.ChaincodeEvent event =
                    last.getTransactionActions().getChaincodeActions(0).getChaincodeEvent();
            assertThat(event.getEventName()).isEqualTo("filtered-3");
            assertThat(event.getTxId()).isEqualTo(last.getTxid());
            assertThat(event.getPayload()).isEmpty();
        }
    }

    @Test
    void blocksBeyondTheLedgerAreNotFound() {
        try (CloseableIterator<Block> blocks = client.network()
                .newBlockEventsRequest()
                .startBlock(1_000_000)
                .build()
                .getEvents()) {
            assertThat(catchThrowableOfType(NoSuchElementException.class, blocks::next))
                    .hasMessage("Unexpected status response: NOT_FOUND");
        }
    }

    @Test
    void blocksForAnotherKeyThanTheIdentitysAreForbidden() {
        try (Client thief = thief();
                CloseableIterator<Block> blocks = thief.network().getBlockEvents()) {
            assertThat(catchThrowableOfType(NoSuchElementException.class, blocks::next))
                    .hasMessage("Unexpected status response: FORBIDDEN");
        }
    }
}
