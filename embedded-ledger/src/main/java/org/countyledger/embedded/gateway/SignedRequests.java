package org.countyledger.embedded.gateway;

import io.grpc.Status.Code;
import org.countyledger.ledger.policy.SignedData;

/** The check that CommitStatus and ChaincodeEvents share: may the signer read this channel. */
final class SignedRequests {
    private SignedRequests() {}

    static void check(GatewayContext context, String resource, String channel, SignedData request) {
        if (channel.isEmpty()) {
            throw RpcErrors.of(
                    Code.PERMISSION_DENIED,
                    "Invalid channel ID name during check policy on signed data. Name must be different from nil.");
        }
        if (!channel.equals(context.channel().channelId())) {
            throw RpcErrors.of(Code.PERMISSION_DENIED, "Failed to get policy manager for channel [" + channel + "]");
        }
        context.access().refusal(resource, request).ifPresent(reason -> {
            throw RpcErrors.of(Code.PERMISSION_DENIED, reason);
        });
    }
}
