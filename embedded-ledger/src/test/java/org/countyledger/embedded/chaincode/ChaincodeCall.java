package org.countyledger.embedded.chaincode;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countyledger.embedded.simulation.SimulationException;
import org.countyledger.embedded.simulation.TxSimulator;
import org.countyledger.embedded.testing.HandMadeChaincode;
import org.countyledger.embedded.testing.TestBlocks;
import org.countyledger.embedded.testing.TestChannel;
import org.countyledger.embedded.testing.TestProposal;
import org.countyledger.embedded.testing.TestState;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/** One execution on its way, so that a test can play the chaincode meanwhile. */
final class ChaincodeCall {
    static final Executor EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();
    static final ChaincodeCalls NONE = (caller, callee) -> {
        throw new SimulationException("no other chaincode here");
    };
    private static final long WAIT_SECONDS = 10;

    final TxSimulator simulator;
    private final CompletableFuture<ChaincodeMessage> answer;

    private ChaincodeCall(TxSimulator simulator, CompletableFuture<ChaincodeMessage> answer) {
        this.simulator = simulator;
        this.answer = answer;
    }

    static ChaincodeConnection connection(ChaincodeEndpoint endpoint, TestBlocks blocks) {
        return connection(ChaincodeTarget.of(HandMadeChaincode.PACKAGE_ID, endpoint), blocks);
    }

    static ChaincodeConnection connection(ChaincodeTarget target, TestBlocks blocks) {
        return new ChaincodeConnection(target, () -> blocks, NONE, EXECUTOR);
    }

    static ChaincodeCall start(ChaincodeConnection connection, TestState state, String transactionId) {
        TxSimulator simulator = new TxSimulator(transactionId, state.peerState());
        TransactionContext context = new TransactionContext(
                TestChannel.NAME,
                transactionId,
                "basic",
                TestProposal.calling("f").sign(),
                simulator);
        ChaincodeInput input = ChaincodeInput.newBuilder()
                .addAllArgs(List.of(ByteString.copyFromUtf8("f")))
                .build();
        CompletableFuture<ChaincodeMessage> answer = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return connection.execute(context, input);
                    } catch (ChaincodeFailure e) {
                        throw new CompletionException(e);
                    }
                },
                EXECUTOR);
        return new ChaincodeCall(simulator, answer);
    }

    ChaincodeMessage answer() throws InterruptedException, TimeoutException {
        try {
            return answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("The execution failed", e.getCause());
        }
    }

    /** Why the execution failed. */
    String failure() throws InterruptedException, TimeoutException {
        try {
            return "no failure but "
                    + answer.get(WAIT_SECONDS, TimeUnit.SECONDS).getType();
        } catch (ExecutionException e) {
            return String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
        }
    }
}
