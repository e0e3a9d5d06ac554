package org.countyledger.embedded.deliver;

import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
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
            private boolean ended;

            @Override
            public void onNext(Envelope envelope) {
                if (ended) {
                    return;
                }
                BroadcastResponse response = broadcast.apply(envelope);
                responses.onNext(response);
                if (response.getStatus() != Status.SUCCESS) {
                    end();
                }
            }

            // A refusal ends the stream, as an orderer does.
            private void end() {
                if (!ended) {
                    ended = true;
                    responses.onCompleted();
                }
            }

            @Override
            public void onError(Throwable gone) {
                // The client has gone; what it queued stays queued.
            }

            @Override
            public void onCompleted() {
                end();
            }
        };
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> responses) {
        return DeliverStream.open(responses, DeliverForm.orderer(), source);
    }
}
