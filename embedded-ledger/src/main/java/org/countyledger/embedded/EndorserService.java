package org.countyledger.embedded;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
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
        switch (peer.process(proposal)) {
            case EndorserAnswer.Answered answered -> {
                responses.onNext(answered.response());
                responses.onCompleted();
            }
            case EndorserAnswer.Refused refused -> responses.onError(error(refused.text()));
            case EndorserAnswer.Filtered filtered -> responses.onError(error(filtered.text()));
        }
    }

    private static StatusRuntimeException error(String text) {
        return Status.UNKNOWN.withDescription(text).asRuntimeException();
    }
}
