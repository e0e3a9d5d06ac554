package org.countyledger.embedded.gateway;

import io.grpc.Status.Code;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;

/** Sends a signed envelope to the orderers, as on a BFT channel: all of them, and a quorum must take it. */
final class Submission {
    private final GatewayContext context;

    Submission(GatewayContext context) {
        this.context = context;
    }

    void run(SubmitRequest request) {
        if (!request.hasPreparedTransaction()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "a prepared transaction is required");
        }
        Envelope transaction = request.getPreparedTransaction();
        if (transaction.getSignature().isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "prepared transaction must be signed");
        }
        if (!request.getChannelId().equals(context.channel().channelId())) {
            throw RpcErrors.of(Code.FAILED_PRECONDITION, RpcErrors.noChannel(request.getChannelId()));
        }
        BroadcastResponse answer = context.broadcast().apply(transaction);
        if (answer.getStatus() == Status.SUCCESS) {
            return;
        }
        String message = "received unsuccessful response from orderer: status=" + answer.getStatus() + ", info="
                + answer.getInfo();
        List<ErrorDetail> details = context.orderers().stream()
                .map(orderer -> RpcErrors.detail(orderer.address(), orderer.mspId(), message))
                .toList();
        throw RpcErrors.of(
                Code.UNAVAILABLE,
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
                details);
    }
}
