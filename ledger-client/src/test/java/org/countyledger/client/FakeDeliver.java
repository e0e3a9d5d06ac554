package org.countyledger.client;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.countyledger.client.block.BlockDecoder;
import org.countyledger.client.block.TransactionSummary;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;

/** Block events as a peer sends them: NOT_FOUND beyond the chain, else waiting for the next block. */
final class FakeDeliver extends DeliverGrpc.DeliverImplBase {
    private final FakeLedger ledger;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean silent;

    FakeDeliver(FakeLedger ledger) {
        this.ledger = ledger;
    }

    /** Ends every open stream as a stopping peer does. */
    void breakStreams() {
        generation.incrementAndGet();
    }

    /** Sends nothing any more, and keeps the streams open. */
    void fallSilent() {
        silent = true;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> observer) {
        return stream(
                observer, block -> DeliverResponse.newBuilder().setBlock(block).build());
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> observer) {
        return stream(observer, FakeDeliver::filtered);
    }

    private StreamObserver<Envelope> stream(
            StreamObserver<DeliverResponse> observer, Function<Block, DeliverResponse> form) {
        return new StreamObserver<>() {
            @Override
            public void onNext(Envelope request) {
                Thread.ofVirtual()
                        .start(() -> send(request, (ServerCallStreamObserver<DeliverResponse>) observer, form));
            }

            @Override
            public void onError(Throwable ignored) {}

            @Override
            public void onCompleted() {}
        };
    }

    private void send(
            Envelope request,
            ServerCallStreamObserver<DeliverResponse> observer,
            Function<Block, DeliverResponse> form) {
        int born = generation.get();
        try {
            SeekInfo seek =
                    SeekInfo.parseFrom(Payload.parseFrom(request.getPayload()).getData());
            int next = Math.toIntExact(seek.getStart().getSpecified().getNumber());
            if (next > ledger.height()) {
                observer.onNext(DeliverResponse.newBuilder()
                        .setStatus(org.hyperledger.fabric.protos.common.Status.NOT_FOUND)
                        .build());
                observer.onCompleted();
                return;
            }
            while (!observer.isCancelled() && generation.get() == born) {
                if (!silent && next < ledger.height()) {
                    observer.onNext(form.apply(ledger.block(next++)));
                } else {
                    ledger.awaitChange();
                }
            }
            observer.onError(Status.UNAVAILABLE
                    .withDescription("Network closed for unknown reason")
                    .asRuntimeException());
        } catch (InvalidProtocolBufferException | InterruptedException e) {
            observer.onError(Status.INTERNAL.withCause(e).asRuntimeException());
        }
    }

    private static DeliverResponse filtered(Block block) {
        FilteredBlock.Builder filtered =
                FilteredBlock.newBuilder().setNumber(block.getHeader().getNumber());
        for (TransactionSummary transaction :
                new BlockDecoder(FakePeer.CHAINCODE).block(block).transactions()) {
            filtered.addFilteredTransactions(FilteredTransaction.newBuilder()
                    .setTxid(transaction.txId())
                    .setTxValidationCodeValue(transaction.committed().code()));
        }
        return DeliverResponse.newBuilder().setFilteredBlock(filtered).build();
    }
}
