package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.embedded.testing.Dialogue;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an orderer takes and what it refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BroadcastTest {
    private static final int LARGEST_BYTES = 20_000;

    private final LedgerClock.Stepping clock = new LedgerClock.Stepping(Instant.now());
    private final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .organizations("AuditMSP")
            .chaincode("keys", "OR('AuditMSP.peer')", KeyChaincode::new)
            .batch(new BatchSettings(50, LARGEST_BYTES, LARGEST_BYTES, Duration.ofMillis(10)))
            .clock(clock)
            .orderer()
            .start();
    private final SigningIdentity sender =
            network.organization("AuditMSP").client("sender").signing();

    @AfterAll
    void close() {
        network.close();
    }

    private Dialogue<BroadcastResponse> dialogue() {
        return new Dialogue<>(
                AtomicBroadcastGrpc.newStub(network.ledger().ordererChannel().orElseThrow())::broadcast);
    }

    private static Envelope envelope(SigningIdentity creator, SigningIdentity signer, ChannelHeader header) {
        ByteString payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(header.toByteString())
                        .setSignatureHeader(SignatureHeader.newBuilder()
                                .setCreator(creator.serialized())
                                .setNonce(ByteString.copyFromUtf8("nonce"))
                                .build()
                                .toByteString()))
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(signer.sign(payload))
                .build();
    }

    private static ChannelHeader header(String channel, HeaderType type) {
        return ChannelHeader.newBuilder()
                .setChannelId(channel)
                .setType(type.getNumber())
                .build();
    }

    private BroadcastResponse answer(Envelope envelope) throws InterruptedException {
        try (Dialogue<BroadcastResponse> dialogue = dialogue().send(envelope)) {
            return dialogue.next().orElseThrow();
        }
    }

    private static BroadcastResponse refusal(Status status, String info) {
        return BroadcastResponse.newBuilder().setStatus(status).setInfo(info).build();
    }

    @Test
    void anEnvelopeSentPastTheGatewayIsOrderedAndCommitted() throws Exception {
        ThrowawayIdentity clerk = network.organization("AuditMSP").client("clerk");
        try (Client client = Client.of(network, "AuditMSP", clerk)) {
            Transaction endorsed = client.keys()
                    .newProposal("put")
                    .addArguments("past", "1")
                    .build()
                    .endorse();
            Envelope unsigned =
                    PreparedTransaction.parseFrom(endorsed.getBytes()).getEnvelope();
            Envelope signed = unsigned.toBuilder()
                    .setSignature(clerk.signing().sign(unsigned.getPayload()))
                    .build();

            assertThat(answer(signed).getStatus()).isEqualTo(Status.SUCCESS);
            assertThat(client.commit(endorsed.getTransactionId()).getStatus().getCode())
                    .isEqualTo(TxValidationCode.VALID);
        }
    }

    @Test
    void aRefusalEndsTheStreamAndASuccessDoesNot() throws Exception {
        Envelope good = envelope(sender, sender, header("county", HeaderType.ENDORSER_TRANSACTION));
        try (Dialogue<BroadcastResponse> dialogue = dialogue()) {
            assertThat(dialogue.send(good).next().orElseThrow().getStatus()).isEqualTo(Status.SUCCESS);
            assertThat(dialogue.send(good).next().orElseThrow().getStatus()).isEqualTo(Status.SUCCESS);
            assertThat(dialogue.send(Envelope.getDefaultInstance()).next().orElseThrow())
                    .isEqualTo(refusal(Status.BAD_REQUEST, "Message was empty"));
            assertThat(dialogue.next()).isEmpty();
        }
    }

    @Test
    void anotherChannelDoesNotExist() throws Exception {
        assertThat(answer(envelope(sender, sender, header("other", HeaderType.ENDORSER_TRANSACTION))))
                .isEqualTo(refusal(Status.NOT_FOUND, "channel does not exist"));
    }

    @Test
    void anEnvelopeThatIsTooLargeIsMeasured() throws Exception {
        ChannelHeader large = header("county", HeaderType.ENDORSER_TRANSACTION).toBuilder()
                .setExtension(ByteString.copyFrom(new byte[LARGEST_BYTES]))
                .build();
        Envelope envelope = envelope(sender, sender, large);
        int bytes = envelope.getPayload().size() + envelope.getSignature().size();

        assertThat(answer(envelope))
                .isEqualTo(refusal(
                        Status.BAD_REQUEST,
                        "message payload is " + bytes + " bytes and exceeds maximum allowed " + LARGEST_BYTES
                                + " bytes"));
    }

    @Test
    void whoMayNotWriteIsForbidden() throws Exception {
        SigningIdentity other = network.organization("AuditMSP").client("other").signing();

        BroadcastResponse refused = answer(envelope(sender, other, header("county", HeaderType.ENDORSER_TRANSACTION)));

        assertThat(refused.getStatus()).isEqualTo(Status.FORBIDDEN);
        assertThat(refused.getInfo()).endsWith(": permission denied");
    }

    @Test
    void aConfigurationIsRefused() throws Exception {
        assertThat(answer(envelope(sender, sender, header("county", HeaderType.CONFIG_UPDATE)))
                        .getStatus())
                .isEqualTo(Status.BAD_REQUEST);
    }
}
