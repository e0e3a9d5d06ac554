package org.countyledger.embedded.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import org.countyledger.ledger.policy.SignedData;

/** Checks that CommitStatus and ChaincodeEvents share. */
final class SignedRequests {
    private SignedRequests() {}

    static void check(
            GatewayContext context, String resource, ByteString request, ByteString identity, ByteString signature) {
        context.access()
                .refusal(resource, new SignedData(request, identity, signature))
                .ifPresent(reason -> {
                    throw RpcErrors.of(Code.PERMISSION_DENIED, reason);
                });
    }

    static void checkChannel(GatewayContext context, String channel) {
        if (channel.isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "no channel ID provided");
        }
        if (!channel.equals(context.channel().channelId())) {
            throw RpcErrors.of(Code.NOT_FOUND, "channel not found: " + channel);
        }
    }

    static void checkIdentity(ByteString identity) {
        if (identity.isEmpty()) {
            throw RpcErrors.of(Code.INVALID_ARGUMENT, "no identity provided");
        }
    }
}
