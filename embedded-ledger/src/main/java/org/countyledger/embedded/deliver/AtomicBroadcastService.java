package org.countyledger.embedded.deliver;

import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.orderer.DeliverResponse;

/** {@code orderer.AtomicBroadcast}: an orderer's door for clients that do not use the gateway, and for real peers. */
public final class AtomicBroadcastService extends AtomicBroadcastGrpc.AtomicBroadcastImplBase {
    private final Function<Envelope, BroadcastResponse> broadcast;
    private final DeliverSource source;

    public AtomicBroadcastService(Function<Envelope, BroadcastResponse> broadcast, DeliverSource source) {
        this.broadcast = broadcast;
        this.source = source;
    }

    @Override
    public StreamObserver<Envelope> broadcast(StreamObserver<BroadcastResponse> responses) {
        return new StreamObserver<>() {
            @Override
            public void onNext(Envelope envelope) {
                responses.onNext(broadcast.apply(envelope));
            }

            @Override
            public void onError(Throwable gone) {
                // The client has gone; what it queued stays queued.
            }

            @Override
            public void onCompleted() {
                responses.onCompleted();
            }
        };
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> responses) {
        return DeliverStream.open(responses, DeliverForm.orderer(), source);
    }
}
