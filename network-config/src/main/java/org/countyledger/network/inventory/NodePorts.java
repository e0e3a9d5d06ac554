package org.countyledger.network.inventory;

/**
 * Ports of a Fabric peer and orderer that no client uses.
 *
 * @param peerOperations health and metrics of the peer
 * @param ordererAdmin where the orderer is told to join a channel
 * @param ordererOperations health and metrics of the orderer
 */
public record NodePorts(int peerOperations, int ordererAdmin, int ordererOperations) {
    static final int COUNT = 3;

    public NodePorts {
        Require.port(peerOperations, "peerOperations");
        Require.port(ordererAdmin, "ordererAdmin");
        Require.port(ordererOperations, "ordererOperations");
    }

    static NodePorts from(int first) {
        return new NodePorts(first, first + 1, first + 2);
    }
}
