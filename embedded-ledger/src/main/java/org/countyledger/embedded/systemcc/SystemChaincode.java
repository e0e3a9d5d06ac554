package org.countyledger.embedded.systemcc;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.Response;

/** A chaincode inside the peer. Its answers are endorsed like any other. */
public interface SystemChaincode {
    /** The resource whose policy the caller must satisfy, such as {@code qscc/GetChainInfo}. */
    String resource(List<ByteString> arguments);

    Response invoke(List<ByteString> arguments);

    static Response success(ByteString payload) {
        return Response.newBuilder().setStatus(200).setPayload(payload).build();
    }

    static Response error(String message) {
        return Response.newBuilder().setStatus(500).setMessage(message).build();
    }
}
