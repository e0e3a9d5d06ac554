package org.countyledger.embedded.deliver;

import io.grpc.stub.StreamObserver;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** {@code protos.Deliver}: committed blocks from one organisation's peer. */
public final class DeliverService extends DeliverGrpc.DeliverImplBase {
    private final DeliverSource source;

    public DeliverService(DeliverSource source) {
        this.source = source;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> responses) {
        return DeliverStream.open(responses, DeliverForm.blocks(), source);
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> responses) {
        return DeliverStream.open(responses, DeliverForm.filtered(), source);
    }

    @Override
    public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> responses) {
        return DeliverStream.open(responses, DeliverForm.withPrivateData(source.privateData()), source);
    }
}
