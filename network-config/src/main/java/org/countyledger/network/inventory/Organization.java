package org.countyledger.network.inventory;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who runs a peer, an orderer and a chaincode process, and issues certificates.
 *
 * @param nodePorts where Fabric's own nodes are administered and watched; the embedded ledger has no such ports
 */
public record Organization(
        String mspId,
        Name name,
        String host,
        int peerPort,
        int ordererPort,
        int chaincodePort,
        NodePorts nodePorts,
        List<Machine> machines) {
    private static final Pattern MSP_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*MSP");

    public Organization {
        Require.matches(MSP_ID, mspId, "an MSP id (letters and digits, ending in MSP)");
        Require.port(peerPort, "peerPort");
        Require.port(ordererPort, "ordererPort");
        Require.port(chaincodePort, "chaincodePort");
        machines = List.copyOf(machines);
    }

    /** Host and port of the peer, which is also the organisation's gateway. */
    public String peerAddress() {
        return host + ":" + peerPort;
    }

    public String chaincodeAddress() {
        return host + ":" + chaincodePort;
    }

    public String ordererAddress() {
        return host + ":" + ordererPort;
    }

    /** Consecutive ports from {@code first} on, and from {@code firstNodePort} on. */
    Organization withPorts(int first, int firstNodePort) {
        return new Organization(
                mspId, name, host, first, first + 1, first + 2, NodePorts.from(firstNodePort), machines);
    }
}
