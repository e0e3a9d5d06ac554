package org.countyledger.embedded.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.countyledger.embedded.testing.HandMadeChaincode;
import org.countyledger.embedded.testing.TestBlocks;
import org.countyledger.embedded.testing.TestState;
import org.countyledger.ledger.rwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Handshake, interleaving and every way a stream or an execution can end. */
final class ChaincodeConnectionTest {
    private final TestState state = new TestState();
    private final HandMadeChaincode chaincode;
    private final ChaincodeConnection connection;

    ChaincodeConnectionTest() throws IOException {
        chaincode = new HandMadeChaincode();
        connection = ChaincodeCall.connection(chaincode.endpoint(), new TestBlocks());
    }

    @AfterEach
    void close() {
        connection.close();
        chaincode.close();
    }

    private ChaincodeCall call(String transactionId) {
        return ChaincodeCall.start(connection, state, transactionId);
    }

    @Test
    void handshakeIsRegisteredThenReadyWithoutBatchingThenTheTransaction() throws Exception {
        ChaincodeCall call = call("tx1");

        assertThat(chaincode.take())
                .isEqualTo(ChaincodeMessage.newBuilder()
                        .setType(ChaincodeMessage.Type.REGISTERED)
                        .build());
        assertThat(chaincode.take())
                .isEqualTo(ChaincodeMessage.newBuilder()
                        .setType(ChaincodeMessage.Type.READY)
                        .build());
        ChaincodeMessage transaction = chaincode.take();
        assertThat(transaction.getType()).isEqualTo(ChaincodeMessage.Type.TRANSACTION);
        assertThat(transaction.getChannelId()).isEqualTo("county");
        assertThat(transaction.getTxid()).isEqualTo("tx1");
        assertThat(transaction.hasProposal()).isTrue();
        assertThat(transaction.hasTimestamp()).isFalse();
        assertThat(ChaincodeInput.parseFrom(transaction.getPayload()).getArgsList())
                .containsExactly(ByteString.copyFromUtf8("f"));
        chaincode.complete(transaction, 200, "", "done");
        assertThat(call.answer().getType()).isEqualTo(ChaincodeMessage.Type.COMPLETED);
    }

    @Test
    void transactionsInterleaveOnOneStream() throws Exception {
        state.put("basic", "k", "v", new Version(1, 0));
        ChaincodeCall first = call("tx1");
        ChaincodeMessage one = chaincode.takeTransaction();
        ChaincodeCall second = call("tx2");
        ChaincodeMessage two = chaincode.takeTransaction();
        GetState get = GetState.newBuilder().setKey("k").build();

        assertThat(chaincode.ask(two, ChaincodeMessage.Type.GET_STATE, get).getTxid())
                .isEqualTo("tx2");
        assertThat(chaincode.ask(one, ChaincodeMessage.Type.GET_STATE, get).getTxid())
                .isEqualTo("tx1");
        chaincode.complete(two, 200, "", "2");
        chaincode.complete(one, 200, "", "1");

        assertThat(second.answer().getTxid()).isEqualTo("tx2");
        assertThat(first.answer().getTxid()).isEqualTo("tx1");
        assertThat(chaincode.streams()).isEqualTo(1);
    }

    @Test
    void transactionIdMayRunOnlyOnceAtATime() throws Exception {
        ChaincodeCall first = call("tx1");
        ChaincodeMessage transaction = chaincode.takeTransaction();

        assertThat(call("tx1").failure())
                .isEqualTo("failed to execute transaction tx1: error sending: txid: tx1(county) exists");
        chaincode.complete(transaction, 200, "", "");
        assertThat(first.answer().getType()).isEqualTo(ChaincodeMessage.Type.COMPLETED);
    }

    @Test
    void anotherNameThanExpectedClosesTheStream() throws Exception {
        try (HandMadeChaincode impostor = new HandMadeChaincode("other_1.0:ff");
                ChaincodeConnection wrong = ChaincodeCall.connection(impostor.endpoint(), new TestBlocks())) {
            assertThat(ChaincodeCall.start(wrong, state, "tx1").failure())
                    .startsWith("failed to execute transaction tx1: could not launch chaincode "
                            + HandMadeChaincode.PACKAGE_ID + ": connection to ")
                    .contains("other_1.0:ff");
            assertThat(impostor.takeEnd()).isNotEmpty();
        }
    }

    @Test
    void streamThatBreaksFailsWhatIsInFlightAndTheNextCallDialsAgain() throws Exception {
        ChaincodeCall broken = call("tx1");
        chaincode.takeTransaction();
        chaincode.breakStream();

        assertThat(broken.failure())
                .isEqualTo("failed to execute transaction tx1: error sending: chaincode stream terminated");

        ChaincodeCall again = call("tx2");
        chaincode.complete(chaincode.takeTransaction(), 200, "", "");
        assertThat(again.answer().getTxid()).isEqualTo("tx2");
        assertThat(chaincode.streams()).isEqualTo(2);
    }

    @Test
    void nobodyListeningIsALaunchFailureAndTheNextCallFindsTheChaincode() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ChaincodeEndpoint nowhere = new ChaincodeEndpoint.Address("127.0.0.1", port, Optional.empty());
        try (ChaincodeConnection dialling = ChaincodeCall.connection(nowhere, new TestBlocks())) {
            assertThat(ChaincodeCall.start(dialling, state, "tx1").failure())
                    .startsWith("failed to execute transaction tx1: could not launch chaincode "
                            + HandMadeChaincode.PACKAGE_ID + ": connection to " + HandMadeChaincode.PACKAGE_ID
                            + " failed: error cannot create connection for " + HandMadeChaincode.PACKAGE_ID
                            + ": error creating grpc connection to 127.0.0.1:" + port);
        }
    }

    @Test
    void aTransactionThatTakesTooLongIsGivenUpAndItsLateRequestsAreRefused() throws Exception {
        ChaincodeTarget hasty =
                new ChaincodeTarget(HandMadeChaincode.PACKAGE_ID, chaincode.endpoint(), Duration.ofMillis(50));
        try (ChaincodeConnection limited = ChaincodeCall.connection(hasty, new TestBlocks())) {
            ChaincodeCall slow = ChaincodeCall.start(limited, state, "tx1");
            ChaincodeMessage transaction = chaincode.takeTransaction();

            assertThat(slow.failure())
                    .isEqualTo("failed to execute transaction tx1: error sending: timeout expired while executing"
                            + " transaction");
            GetState get = GetState.newBuilder().setKey("k").build();
            assertThat(chaincode
                            .ask(transaction, ChaincodeMessage.Type.GET_STATE, get)
                            .getPayload()
                            .toStringUtf8())
                    .isEqualTo("GET_STATE failed: transaction ID: tx1: no ledger context");
        }
    }

    @Test
    void aMessageNoPeerTakesEndsTheStream() throws Exception {
        ChaincodeCall broken = call("tx1");
        ChaincodeMessage transaction = chaincode.takeTransaction();
        chaincode.send(HandMadeChaincode.about(transaction, ChaincodeMessage.Type.TRANSACTION, ByteString.EMPTY));

        assertThat(broken.failure()).endsWith("error sending: chaincode stream terminated");
    }

    @Test
    void aKeepaliveIsNotAnswered() throws Exception {
        ChaincodeCall call = call("tx1");
        ChaincodeMessage transaction = chaincode.takeTransaction();
        chaincode.send(HandMadeChaincode.about(transaction, ChaincodeMessage.Type.KEEPALIVE, ByteString.EMPTY));
        chaincode.complete(transaction, 200, "", "");

        assertThat(call.answer().getType()).isEqualTo(ChaincodeMessage.Type.COMPLETED);
        assertThat(chaincode.hasNothingFromPeer()).isTrue();
    }

    @Test
    void closingFailsWhatIsInFlightAtOnce() throws Exception {
        ChaincodeCall stuck = call("tx1");
        chaincode.takeTransaction();

        connection.close();

        assertThat(stuck.failure()).contains("chaincode stream terminated");
        assertThat(call("tx2").failure()).contains("the ledger is closing");
    }

    @Test
    void errorOfTheChaincodeIsItsAnswer() throws Exception {
        ChaincodeCall call = call("tx1");
        ChaincodeMessage transaction = chaincode.takeTransaction();
        chaincode.send(
                HandMadeChaincode.about(transaction, ChaincodeMessage.Type.ERROR, ByteString.copyFromUtf8("broken")));

        assertThat(call.answer().getType()).isEqualTo(ChaincodeMessage.Type.ERROR);
    }

    @Test
    void dialAheadConnectsWithoutATransaction() throws Exception {
        connection.dial();

        assertThat(chaincode.take().getType()).isEqualTo(ChaincodeMessage.Type.REGISTERED);
        assertThat(chaincode.take().getType()).isEqualTo(ChaincodeMessage.Type.READY);
        assertThat(chaincode.streams()).isEqualTo(1);
    }
}
