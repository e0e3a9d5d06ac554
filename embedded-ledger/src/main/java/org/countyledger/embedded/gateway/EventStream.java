package org.countyledger.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.countyledger.embedded.state.BlockIndex;
import org.countyledger.ledger.block.TransactionParts;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Events of one chaincode, one message per block that has any, until the client goes. */
final class EventStream {
    private final GatewayContext context;
    private final ChaincodeEventsRequest request;
    private final ServerCallStreamObserver<ChaincodeEventsResponse> call;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();

    private EventStream(
            GatewayContext context,
            ChaincodeEventsRequest request,
            ServerCallStreamObserver<ChaincodeEventsResponse> call) {
        this.context = context;
        this.request = request;
        this.call = call;
    }

    static void open(
            GatewayContext context,
            SignedChaincodeEventsRequest signed,
            ServerCallStreamObserver<ChaincodeEventsResponse> call) {
        EventStream stream = new EventStream(context, parse(context, signed), call);
        Position start = stream.start();
        Thread thread = Thread.ofVirtual().name("events").unstarted(() -> stream.run(start));
        call.setOnReadyHandler(stream::signal);
        call.setOnCancelHandler(thread::interrupt);
        thread.start();
    }

    /** First block, and the transaction of that block to continue behind. */
    private record Position(long block, Optional<String> afterTransactionId) {}

    private static ChaincodeEventsRequest parse(GatewayContext context, SignedChaincodeEventsRequest signed) {
        ChaincodeEventsRequest request;
        try {
            request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw RpcErrors.of(
                    Code.INVALID_ARGUMENT, "failed to unmarshal chaincode events request: " + e.getMessage());
        }
        SignedRequests.checkIdentity(request.getIdentity());
        SignedRequests.checkChannel(context, request.getChannelId());
        SignedRequests.check(
                context, "gateway/ChaincodeEvents", signed.getRequest(), request.getIdentity(), signed.getSignature());
        return request;
    }

    private Position start() {
        String after = request.getAfterTransactionId();
        if (!after.isEmpty()) {
            Optional<BlockIndex.TransactionPlace> place = context.index().transaction(after);
            if (place.isPresent()) {
                return new Position(place.get().block(), Optional.of(after));
            }
        }
        SeekPosition position = request.getStartPosition();
        return switch (position.getTypeCase()) {
            case SPECIFIED -> new Position(position.getSpecified().getNumber(), Optional.empty());
            case NEXT_COMMIT, TYPE_NOT_SET -> new Position(context.progress().height(), Optional.empty());
            case NEWEST, OLDEST ->
                throw RpcErrors.of(
                        Code.INVALID_ARGUMENT,
                        "invalid start position type: " + position.getTypeCase().name());
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

    private void run(Position start) {
        try {
            Optional<String> skip = start.afterTransactionId();
            long number = start.block();
            while (context.progress().awaitBlock(number) && awaitReady()) {
                ChaincodeEventsResponse events = events(number, skip);
                if (events.getEventsCount() > 0) {
                    call.onNext(events);
                }
                skip = Optional.empty();
                number++;
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

    private ChaincodeEventsResponse events(long number, Optional<String> skipUpTo) {
        ChaincodeEventsResponse.Builder events =
                ChaincodeEventsResponse.newBuilder().setBlockNumber(number);
        Block block = context.blocks()
                .block(number)
                .orElseThrow(() -> new IllegalStateException("block " + number + " is not there"));
        boolean skipping = skipUpTo.isPresent();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            TransactionParts parts = TransactionParts.of(block.getData().getData(i));
            if (!skipping && BlockIndex.code(block, i) == TxValidationCode.VALID) {
                parts.event()
                        .filter(event -> event.getChaincodeId().equals(request.getChaincodeId()))
                        .ifPresent(events::addEvents);
            }
            skipping = skipping && !parts.transactionId().equals(skipUpTo.orElse(""));
        }
        return events.build();
    }
}
