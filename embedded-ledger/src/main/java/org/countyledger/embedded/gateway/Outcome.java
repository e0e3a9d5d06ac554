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
    /** How a Go client sees an error that another peer sent. */
    private static final String REMOTE_ERROR = "rpc error: code = Unknown desc = ";

    private static final int SERVER_ERROR = 500;
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_ERROR = 400;

    /** Asks a peer; {@code own} is the gateway's organisation, whose peer is called without a network between. */
    static Outcome ask(EndorsingPeer peer, String own, SignedProposal proposal) {
        if (!peer.isRunning()) {
            return unreachable(
                    peer, "rpc error: code = Unavailable desc = the peer of " + peer.mspId() + " is stopped");
        }
        boolean isOwn = peer.mspId().equals(own);
        return switch (peer.process(proposal)) {
            case EndorserAnswer.Answered answered -> of(peer, answered.response());
            case EndorserAnswer.Refused refused ->
                isOwn
                        ? new Outcome(
                                peer,
                                Code.FAILED_PRECONDITION,
                                refused.text(),
                                false,
                                ProposalResponse.getDefaultInstance())
                        : unreachable(peer, REMOTE_ERROR + refused.text());
            case EndorserAnswer.Filtered filtered ->
                unreachable(peer, isOwn ? filtered.text() : REMOTE_ERROR + filtered.text());
        };
    }

    private static Outcome unreachable(EndorsingPeer peer, String text) {
        return new Outcome(peer, Code.UNAVAILABLE, text, true, ProposalResponse.getDefaultInstance());
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
