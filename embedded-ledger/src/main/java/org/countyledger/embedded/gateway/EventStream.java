package org.countyledger.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.countyledger.embedded.state.BlockIndex;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Events of one chaincode, one message per block that has any, until the client goes. */
final class EventStream {
    private final GatewayContext context;
    private final ChaincodeEventsRequest request;
    private final ServerCallStreamObserver<ChaincodeEventsResponse> call;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private boolean isBehindStart;

    private EventStream(
            GatewayContext context,
            ChaincodeEventsRequest request,
            ServerCallStreamObserver<ChaincodeEventsResponse> call) {
        this.context = context;
        this.request = request;
        this.call = call;
        this.isBehindStart = request.getAfterTransactionId().isEmpty();
    }

    static void open(
            GatewayContext context,
            SignedChaincodeEventsRequest signed,
            ServerCallStreamObserver<ChaincodeEventsResponse> call) {
        EventStream stream = new EventStream(context, parse(context, signed), call);
        long start = stream.start();
        Thread thread = Thread.ofVirtual().name("events").unstarted(() -> stream.run(start));
        call.setOnReadyHandler(stream::signal);
        call.setOnCancelHandler(thread::interrupt);
        thread.start();
    }

    private static ChaincodeEventsRequest parse(GatewayContext context, SignedChaincodeEventsRequest signed) {
        if (signed.getRequest().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "a chaincode events request is required");
        }
        ChaincodeEventsRequest request;
        try {
            request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "invalid chaincode events request: " + e.getMessage());
        }
        SignedRequests.check(
                context,
                "gateway/ChaincodeEvents",
                request.getChannelId(),
                new SignedData(signed.getRequest(), request.getIdentity(), signed.getSignature()));
        return request;
    }

    /** The block of the transaction to continue behind, if there is one; else where the request says. */
    private long start() {
        return context.index()
                .transaction(request.getAfterTransactionId())
                .map(BlockIndex.TransactionPlace::block)
                .orElseGet(this::requestedStart);
    }

    private long requestedStart() {
        SeekPosition position = request.getStartPosition();
        return switch (position.getTypeCase()) {
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT, TYPE_NOT_SET -> context.progress().height();
            case NEWEST, OLDEST ->
                throw RpcErrors.of(
                        Code.INVALID_ARGUMENT,
                        "invalid start position type: *orderer.SeekPosition_"
                                + (position.hasNewest() ? "Newest" : "Oldest"));
        };
    }

    private void signal() {
        lock.lock();
        try {
            ready.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run(long start) {
        try {
            for (long number = start; context.progress().awaitBlock(number) && awaitReady(); number++) {
                ChaincodeEventsResponse events = events(number);
                if (events.getEventsCount() > 0) {
                    call.onNext(events);
                }
            }
            if (!call.isCancelled()) {
                call.onError(RpcErrors.of(Code.UNAVAILABLE, "the ledger is closing"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!call.isCancelled()) {
                call.onError(RpcErrors.of(Code.ABORTED, "failed to read events: " + e.getMessage()));
            }
        }
    }

    /** A slow reader costs no memory: the next block is read when the last message is on its way. */
    private boolean awaitReady() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!call.isReady() && !call.isCancelled()) {
                ready.await();
            }
            return !call.isCancelled();
        } finally {
            lock.unlock();
        }
    }

    private ChaincodeEventsResponse events(long number) {
        ChaincodeEventsResponse.Builder events =
                ChaincodeEventsResponse.newBuilder().setBlockNumber(number);
        Block block = context.blocks()
                .block(number)
                .orElseThrow(() -> new IllegalStateException("block " + number + " is not there"));
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            if (BlockIndex.code(block, i) == TxValidationCode.VALID) {
                TransactionParts.of(block.getData().getData(i))
                        .event()
                        .filter(this::isWanted)
                        .ifPresent(events::addEvents);
            }
        }
        return events.build();
    }

    /** As Fabric does, waits for the event of the transaction to continue behind, even if that never comes. */
    private boolean isWanted(ChaincodeEvent event) {
        if (isBehindStart) {
            return event.getChaincodeId().equals(request.getChaincodeId());
        }
        isBehindStart = event.getTxId().equals(request.getAfterTransactionId());
        return false;
    }
}
