package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.embedded.testing.SeekEnvelope.newest;
import static org.countyledger.embedded.testing.SeekEnvelope.number;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.testing.Dialogue;
import org.countyledger.embedded.testing.SeekEnvelope;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Blocks as whoever speaks the protocol by hand gets them, and the status that ends each seek. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliverTest {
    private static final Instant NOW = Instant.parse("2020-03-02T08:00:00Z");
    private static final int LAST = 3;

    private final LedgerClock.Stepping clock = new LedgerClock.Stepping(NOW);
    private final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .organizations("AuditMSP")
            .chaincode("keys", "OR('AuditMSP.peer')", KeyChaincode::new)
            .chaincode("more", "OR('AuditMSP.peer')", KeyChaincode::new)
            .chaincode("most", "OR('AuditMSP.peer')", KeyChaincode::new)
            .clock(clock)
            .orderer()
            .start();
    private final ThrowawayIdentity reader = network.organization("AuditMSP").client("reader");
    private List<Block> chain = List.of();

    @BeforeAll
    void readChain() {
        chain = Blocks.all(network.ledger());
        assertThat(chain).hasSize(LAST + 1);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private SeekEnvelope seek() {
        return new SeekEnvelope(reader.signing(), NOW);
    }

    private Dialogue<DeliverResponse> dialogue() {
        return new Dialogue<>(DeliverGrpc.newStub(network.gatewayChannel("AuditMSP"))::deliver);
    }

    /** The blocks of one seek, and the status behind them. */
    private record Delivered(List<Block> blocks, Status status) {}

    private static Delivered answer(Dialogue<DeliverResponse> dialogue) throws InterruptedException {
        List<Block> blocks = new ArrayList<>();
        DeliverResponse response = dialogue.next().orElseThrow();
        while (response.hasBlock()) {
            blocks.add(response.getBlock());
            response = dialogue.next().orElseThrow();
        }
        return new Delivered(blocks, response.getStatus());
    }

    private Delivered delivered(Envelope envelope) throws InterruptedException {
        try (Dialogue<DeliverResponse> dialogue = dialogue().send(envelope)) {
            return answer(dialogue);
        }
    }

    private Status status(SeekEnvelope envelope) throws InterruptedException {
        Delivered delivered = delivered(envelope.sign());
        assertThat(delivered.blocks()).isEmpty();
        return delivered.status();
    }

    @Test
    void aRangeIsDeliveredWholeAndThenSucceeds() throws Exception {
        assertThat(delivered(seek().between(1, LAST).sign()))
                .isEqualTo(new Delivered(chain.subList(1, LAST + 1), Status.SUCCESS));
    }

    @Test
    void aSecondSeekOnTheSameStreamIsAnsweredAndARefusalEndsIt() throws Exception {
        try (Dialogue<DeliverResponse> dialogue = dialogue()) {
            assertThat(answer(dialogue.send(seek().between(0, 0).sign())).status())
                    .isEqualTo(Status.SUCCESS);
            assertThat(answer(dialogue.send(seek().between(2, 2).sign())).blocks())
                    .containsExactly(chain.get(2));
            assertThat(answer(dialogue.send(seek().channel("none").sign())).status())
                    .isEqualTo(Status.NOT_FOUND);
            assertThat(dialogue.next()).isEmpty();
        }
    }

    @Test
    void theNewestBlockIsOneBlock() throws Exception {
        assertThat(delivered(seek().from(newest()).to(newest()).sign()))
                .isEqualTo(new Delivered(List.of(chain.get(LAST)), Status.SUCCESS));
    }

    @Test
    void whoDoesNotWaitIsToldThatTheNextBlockIsNotThere() throws Exception {
        assertThat(delivered(seek().between(2, 1_000).withoutWaiting().sign()))
                .isEqualTo(new Delivered(chain.subList(2, LAST + 1), Status.NOT_FOUND));
    }

    @Test
    void headersAloneComeWithTheirSignatures() throws Exception {
        List<Block> headers =
                delivered(seek().between(0, 1).headersOnly().sign()).blocks();

        assertThat(headers.get(0)).as("configuration comes whole").isEqualTo(chain.get(0));
        assertThat(headers.get(1))
                .isEqualTo(chain.get(1).toBuilder().clearData().build());
    }

    @Test
    void whatIsMalformedIsABadRequest() throws Exception {
        Envelope nonsense = Envelope.newBuilder()
                .setPayload(ByteString.copyFromUtf8("nonsense"))
                .build();

        assertThat(delivered(nonsense).status()).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(seek().from(number(0)))).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(seek().to(number(0)))).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(seek().between(2, 1))).isEqualTo(Status.BAD_REQUEST);
    }

    @Test
    void aTimestampThatIsMissingOrFarFromOursIsABadRequest() throws Exception {
        Duration tooFar = Duration.ofMinutes(15).plusSeconds(1);

        assertThat(status(seek().between(0, 0).withoutTimestamp())).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(seek().between(0, 0).at(NOW.minus(tooFar)))).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(seek().between(0, 0).at(NOW.plus(tooFar)))).isEqualTo(Status.BAD_REQUEST);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(status(seek().between(0, 0).channel("none"))).isEqualTo(Status.NOT_FOUND);
        assertThat(status(seek().between(LAST + 2, LAST + 3))).isEqualTo(Status.NOT_FOUND);
        assertThat(status(seek().from(SeekPosition.getDefaultInstance()).to(number(1))))
                .isEqualTo(Status.NOT_FOUND);
    }

    @Test
    void whoMayNotReadIsForbidden() throws Exception {
        ThrowawayIdentity other = network.organization("AuditMSP").client("other");

        assertThat(status(seek().between(0, 0).signedBy(other.signing()))).isEqualTo(Status.FORBIDDEN);
    }

    @Test
    void theOrdererDeliversBlocksWithoutThePeersCodes() throws Exception {
        var orderer =
                AtomicBroadcastGrpc.newStub(network.ledger().ordererChannel().orElseThrow());
        try (var dialogue = new Dialogue<org.hyperledger.fabric.protos.orderer.DeliverResponse>(orderer::deliver)) {
            Block ordered = dialogue.send(seek().between(1, 1).sign())
                    .next()
                    .orElseThrow()
                    .getBlock();

            assertThat(ordered.getHeader()).isEqualTo(chain.get(1).getHeader());
            assertThat(ordered.getData()).isEqualTo(chain.get(1).getData());
            assertThat(BlockMetadataParts.transactionsFilter(ordered)).isEmpty();
            assertThat(BlockMetadataParts.commitHash(ordered)).isEmpty();
            assertThat(dialogue.next().orElseThrow().getStatus()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void aCertificateThatExpiresForbidsTheNextBlock() throws Exception {
        LedgerClock.Stepping ownClock = new LedgerClock.Stepping(Instant.now());
        try (ThrowawayNetwork own = ThrowawayNetwork.builder()
                .organizations("AuditMSP")
                .clock(ownClock)
                .start()) {
            ThrowawayIdentity expiring = own.organization("AuditMSP").client("expiring");
            ownClock.advance(Duration.ofDays(31));
            Envelope seek = new SeekEnvelope(expiring.signing(), ownClock.now())
                    .between(0, 0)
                    .sign();
            try (Dialogue<DeliverResponse> dialogue =
                    new Dialogue<>(DeliverGrpc.newStub(own.gatewayChannel("AuditMSP"))::deliver)) {
                assertThat(dialogue.send(seek).next().map(DeliverResponse::getStatus))
                        .isEqualTo(Optional.of(Status.FORBIDDEN));
            }
        }
    }
}
