package org.countyledger.embedded.gateway;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Errors as Fabric's gateway sends them: a gRPC code, a text, and one detail per peer or orderer. */
final class RpcErrors {
    private RpcErrors() {}

    static StatusRuntimeException of(Code code, String message) {
        return of(code, message, List.of());
    }

    static StatusRuntimeException of(Code code, String message, List<ErrorDetail> details) {
        Status.Builder status = Status.newBuilder().setCode(code.value()).setMessage(message);
        for (ErrorDetail detail : details) {
            status.addDetails(Any.pack(detail));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    static String noChannel(String channel) {
        return "failed to get config for channel [" + channel + "]: could not get last config for channel " + channel;
    }

    static ErrorDetail detail(String address, String mspId, String message) {
        return ErrorDetail.newBuilder()
                .setAddress(address)
                .setMspId(mspId)
                .setMessage(message)
                .build();
    }
}
