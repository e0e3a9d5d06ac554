package org.countyledger.embedded.chaincode;

import java.util.Optional;
import org.countyledger.embedded.channel.TlsMaterial;

/** Where one organisation's chaincode process answers. */
public sealed interface ChaincodeEndpoint {
    /** For error texts. */
    String text();

    /** A chaincode that runs as a service; {@code tls} is the peer's client certificate and what it trusts. */
    record Address(String host, int port, Optional<TlsMaterial> tls) implements ChaincodeEndpoint {
        @Override
        public String text() {
            return host + ":" + port;
        }
    }

    /** A gRPC in-process server of this JVM that serves {@code protos.Chaincode}. */
    record InProcess(String serverName) implements ChaincodeEndpoint {
        @Override
        public String text() {
            return "in-process:" + serverName;
        }
    }
}
