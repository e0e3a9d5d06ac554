package org.countyledger.embedded.gateway;

import io.grpc.Status.Code;
import org.countyledger.embedded.endorsement.EndorserAnswer;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A peer's answer as the gateway reads it ({@code internal/pkg/gateway/apiutils.go}, {@code responseStatus}).
 *
 * @param mayRetry whether another peer might do better
 */
record Outcome(EndorsingPeer peer, Code code, String message, boolean mayRetry, ProposalResponse response) {
    private static final int SERVER_ERROR = 500;
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_ERROR = 400;

    /** Asks a peer; {@code own} is the gateway's organisation, whose peer is called without a network between. */
    static Outcome ask(EndorsingPeer peer, String own, SignedProposal proposal) {
        ProposalResponse nothing = ProposalResponse.getDefaultInstance();
        if (!peer.isRunning()) {
            return new Outcome(
                    peer,
                    Code.UNAVAILABLE,
                    "rpc error: code = Unavailable desc = the peer of " + peer.mspId() + " is stopped",
                    true,
                    nothing);
        }
        EndorserAnswer answer = peer.process(proposal);
        if (answer.error().isPresent()) {
            String text = answer.error().get();
            return peer.mspId().equals(own)
                    ? new Outcome(peer, Code.FAILED_PRECONDITION, text, false, nothing)
                    : new Outcome(peer, Code.UNAVAILABLE, "rpc error: code = Unknown desc = " + text, true, nothing);
        }
        return of(peer, answer.response());
    }

    private static Outcome of(EndorsingPeer peer, ProposalResponse response) {
        int status = response.getResponse().getStatus();
        String message = response.getResponse().getMessage();
        if (status >= FIRST_SUCCESS && status < FIRST_ERROR) {
            return new Outcome(peer, Code.OK, "", false, response);
        }
        boolean madeByPeer = status == SERVER_ERROR && response.getPayload().isEmpty();
        return madeByPeer
                ? new Outcome(peer, Code.ABORTED, message, true, response)
                : new Outcome(peer, Code.UNKNOWN, "chaincode response " + status + ", " + message, false, response);
    }

    boolean isOk() {
        return code == Code.OK;
    }

    ErrorDetail detail() {
        return RpcErrors.detail(peer.address(), peer.mspId(), message);
    }
}
