package org.countyledger.embedded.systemcc;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.Response;

/** A chaincode inside the peer. Its answers are endorsed like any other. */
public interface SystemChaincode {
    Response invoke(List<ByteString> arguments, Caller caller);

    /** Who calls. */
    interface Caller {
        /** Why it may not use a resource such as {@code qscc/GetChainInfo}; empty where it may. */
        Optional<String> refusal(String resource);
    }

    static Response success(ByteString payload) {
        return Response.newBuilder().setStatus(200).setPayload(payload).build();
    }

    static Response error(String message) {
        return Response.newBuilder().setStatus(500).setMessage(message).build();
    }
}
