package org.countyledger.network.fabric;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a node's program is told outside of its settings file, wherever it runs. */
final class NodeEnvironment {
    /** A gateway hangs up after each envelope: that is no warning. */
    private static final String LOGGING =
            "info:gossip=warn:grpc=error:comm.grpc.server=error:orderer.common.broadcast=error:common.deliver=error";

    /** Fabric's own without the colours of a terminal. */
    private static final String LINE = "%{time:2006-01-02T15:04:05.000Z07:00} %{level:.4s} [%{module}] %{message}";

    private NodeEnvironment() {}

    static Map<String, String> of(FabricFiles files, String mspId, String node) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("FABRIC_CFG_PATH", files.settings(mspId, node).toString());
        environment.put("FABRIC_LOGGING_SPEC", LOGGING);
        environment.put("FABRIC_LOGGING_FORMAT", LINE);
        if (node.equals(FabricFiles.PEER)) {
            environment.put(PeerSettings.CONNECTION, files.connection(mspId).toString());
        }
        return environment;
    }

    static List<String> arguments(String node) {
        return node.equals(FabricFiles.PEER) ? List.of("node", "start") : List.of();
    }
}
