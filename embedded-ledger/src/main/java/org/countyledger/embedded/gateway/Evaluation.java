package org.countyledger.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;

/** Asks one peer after another until one executes the proposal ({@code internal/pkg/gateway/evaluate.go}). */
final class Evaluation {
    private final GatewayContext context;
    private final String own;

    Evaluation(GatewayContext context, String own) {
        this.context = context;
        this.own = own;
    }

    Response run(ProposalParts proposal, List<String> targetOrganizations) {
        List<ErrorDetail> details = new ArrayList<>();
        Code last = Code.ABORTED;
        for (EndorsingPeer peer : candidates(proposal, targetOrganizations)) {
            Outcome outcome = Outcome.ask(peer, own, proposal.signed());
            if (outcome.isOk()) {
                return result(outcome.response());
            }
            last = outcome.code();
            details.add(outcome.detail());
            if (!outcome.mayRetry()) {
                throw RpcErrors.of(last, "evaluate call to endorser returned error: " + outcome.message(), details);
            }
        }
        throw RpcErrors.of(last, "failed to evaluate transaction, see attached details for more info", details);
    }

    private List<EndorsingPeer> candidates(ProposalParts proposal, List<String> targetOrganizations) {
        String channel = context.channel().channelId();
        if (!proposal.channel().equals(channel)) {
            throw RpcErrors.of(Code.UNAVAILABLE, RpcErrors.noChannel(proposal.channel()));
        }
        boolean protectsTransientData = proposal.hasTransientData() && targetOrganizations.isEmpty();
        List<String> targets = protectsTransientData ? List.of(own) : targetOrganizations;
        Stream<EndorsingPeer> serving = context.peers().stream()
                .filter(peer -> peer.isRunning() && peer.serves(proposal.chaincode()))
                .filter(peer -> targets.isEmpty() || targets.contains(peer.mspId()));
        List<EndorsingPeer> found = serving.sorted(Comparator.comparing(
                                (EndorsingPeer peer) -> !peer.mspId().equals(own))
                        .thenComparing(EndorsingPeer::height, Comparator.reverseOrder())
                        .thenComparing(EndorsingPeer::mspId, KeyOrder.UTF8))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        String nobody = "no peers available to evaluate chaincode " + proposal.chaincode() + " in channel " + channel;
        throw RpcErrors.of(
                Code.FAILED_PRECONDITION,
                protectsTransientData
                        ? "no endorsers found in the gateway's organization; retry specifying target organization(s) to"
                                + " protect transient data: " + nobody
                        : nobody);
    }

    /** The result inside the proposal response; the outer response's payload is not required to be it. */
    private static Response result(ProposalResponse response) {
        try {
            ProposalResponsePayload payload = ProposalResponsePayload.parseFrom(response.getPayload());
            Response inner = ChaincodeAction.parseFrom(payload.getExtension()).getResponse();
            return response.getResponse().toBuilder()
                    .setPayload(inner.getPayload())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            return response.getResponse();
        }
    }
}
