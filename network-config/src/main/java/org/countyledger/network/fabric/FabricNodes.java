package org.countyledger.network.fabric;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.NodePorts;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.process.Port;
import org.countyledger.network.process.Probe;
import org.countyledger.network.process.ProcessSpec;

/** Peers and orderers as processes: of the organisations that are here. */
record FabricNodes(FabricFiles files, Inventory inventory, Launcher launcher) {
    List<ProcessSpec> all() {
        return Stream.concat(
                        files.here(inventory.orderingOrganizations()).stream().map(this::orderer),
                        files.here(inventory.organizations()).stream().map(this::peer))
                .toList();
    }

    private ProcessSpec orderer(Organization organization) {
        String mspId = organization.mspId();
        NodePorts ports = organization.nodePorts();
        return node(
                organization,
                FabricFiles.ORDERER,
                List.of(
                        new Port(organization.host(), organization.ordererPort(), "ordererPort of " + mspId),
                        new Port(organization.host(), ports.ordererAdmin(), "ordererAdmin of " + mspId),
                        new Port(organization.host(), ports.ordererOperations(), "ordererOperations of " + mspId)));
    }

    private ProcessSpec peer(Organization organization) {
        String mspId = organization.mspId();
        NodePorts ports = organization.nodePorts();
        return node(
                organization,
                FabricFiles.PEER,
                List.of(
                        new Port(organization.host(), organization.peerPort(), "peerPort of " + mspId),
                        new Port(organization.host(), ports.peerOperations(), "peerOperations of " + mspId)));
    }

    /** The last port is that of health; a knock at the others would stand in the log as a failed TLS handshake. */
    private ProcessSpec node(Organization organization, String node, List<Port> ports) {
        String mspId = organization.mspId();
        URI health = URI.create("http://" + ports.getLast() + "/healthz");
        return new ProcessSpec(
                node + "-" + mspId,
                "the " + node + " of " + mspId,
                launcher.program(mspId, node),
                launcher.stop(mspId, node),
                ports,
                Probe.http(health),
                Set.of());
    }
}
