package org.countyledger.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.countyledger.embedded.commit.CommitResult;
import org.countyledger.embedded.state.BlockIndex;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.jspecify.annotations.Nullable;

/** Answers when a transaction is durably committed; no thread waits meanwhile. */
final class StatusRequests {
    private final GatewayContext context;

    StatusRequests(GatewayContext context) {
        this.context = context;
    }

    void run(SignedCommitStatusRequest signed, StreamObserver<CommitStatusResponse> responses) {
        CommitStatusRequest request = request(signed);
        String transactionId = request.getTransactionId();
        CompletableFuture<CommitResult> waiter = context.waiters().register(transactionId);
        if (responses instanceof ServerCallStreamObserver<CommitStatusResponse> call) {
            call.setOnCancelHandler(() -> context.waiters().deregister(transactionId, waiter));
        }
        committed(transactionId).ifPresent(result -> {
            waiter.complete(result);
            context.waiters().deregister(transactionId, waiter);
        });
        var unused = waiter.whenComplete((result, failure) -> {
            var unusedPass = context.gate()
                    .pass(transactionId)
                    .thenRunAsync(() -> answer(responses, result, failure), context.executor());
        });
    }

    private static void answer(
            StreamObserver<CommitStatusResponse> responses,
            @Nullable CommitResult result,
            @Nullable Throwable failure) {
        if (responses instanceof ServerCallStreamObserver<CommitStatusResponse> call && call.isCancelled()) {
            return;
        }
        if (result == null) {
            responses.onError(Status.UNAVAILABLE
                    .withDescription("the ledger cannot commit any more")
                    .withCause(failure)
                    .asRuntimeException());
            return;
        }
        responses.onNext(CommitStatusResponse.newBuilder()
                .setResult(result.code())
                .setBlockNumber(result.blockNumber())
                .build());
        responses.onCompleted();
    }

    private CommitStatusRequest request(SignedCommitStatusRequest signed) {
        if (signed.getRequest().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "a commit status request is required");
        }
        CommitStatusRequest request;
        try {
            request = CommitStatusRequest.parseFrom(signed.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "invalid status request: " + e.getMessage());
        }
        if (request.getIdentity().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "no identity provided");
        }
        if (request.getChannelId().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "no channel ID provided");
        }
        if (request.getTransactionId().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "transaction ID should not be empty");
        }
        SignedRequests.check(
                context,
                "gateway/CommitStatus",
                request.getChannelId(),
                new SignedData(signed.getRequest(), request.getIdentity(), signed.getSignature()));
        return request;
    }

    private Optional<CommitResult> committed(String transactionId) {
        return context.index()
                .transaction(transactionId)
                .filter(place -> place.block() < context.progress().height())
                .flatMap(place -> context.blocks()
                        .block(place.block())
                        .map(block -> new CommitResult(BlockIndex.code(block, place.transaction()), place.block())));
    }
}
