package org.countyledger.embedded;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.countyledger.embedded.endorsement.EndorserAnswer;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** {@code protos.Endorser} of one organisation, for clients that collect endorsements themselves. */
final class EndorserService extends EndorserGrpc.EndorserImplBase {
    private final OrganizationPeer peer;

    EndorserService(OrganizationPeer peer) {
        this.peer = peer;
    }

    @Override
    public void processProposal(SignedProposal proposal, StreamObserver<ProposalResponse> responses) {
        EndorserAnswer answer = peer.process(proposal);
        if (answer.error().isPresent()) {
            responses.onError(
                    Status.UNKNOWN.withDescription(answer.error().get()).asRuntimeException());
            return;
        }
        responses.onNext(answer.response());
        responses.onCompleted();
    }
}
