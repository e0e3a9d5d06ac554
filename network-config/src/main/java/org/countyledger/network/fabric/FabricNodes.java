package org.countyledger.network.fabric;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.NodePorts;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.process.Port;
import org.countyledger.network.process.Probe;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.process.Program;

/** Peers and orderers as processes. */
record FabricNodes(FabricFiles files, Inventory inventory, FabricPrograms programs) {
    /** A gateway hangs up after each envelope: that is no warning. */
    private static final String LOGGING =
            "info:gossip=warn:grpc=error:comm.grpc.server=error:orderer.common.broadcast=error:common.deliver=error";

    /** Fabric's own without the colours of a terminal. */
    private static final String LINE = "%{time:2006-01-02T15:04:05.000Z07:00} %{level:.4s} [%{module}] %{message}";

    List<ProcessSpec> all() {
        return Stream.concat(
                        inventory.orderingOrganizations().stream().map(this::orderer),
                        inventory.organizations().stream().map(this::peer))
                .toList();
    }

    private ProcessSpec orderer(Organization organization) {
        String mspId = organization.mspId();
        NodePorts ports = organization.nodePorts();
        Port operations = new Port(organization.host(), ports.ordererOperations(), "ordererOperations of " + mspId);
        return node(
                organization,
                FabricFiles.ORDERER,
                List.of(programs.orderer().toString()),
                List.of(
                        new Port(organization.host(), organization.ordererPort(), "ordererPort of " + mspId),
                        new Port(organization.host(), ports.ordererAdmin(), "ordererAdmin of " + mspId),
                        operations));
    }

    private ProcessSpec peer(Organization organization) {
        String mspId = organization.mspId();
        NodePorts ports = organization.nodePorts();
        return node(
                organization,
                FabricFiles.PEER,
                List.of(
                        PeerSettings.CONNECTION + "=" + files.connection(mspId),
                        programs.peer().toString(),
                        "node",
                        "start"),
                List.of(
                        new Port(organization.host(), organization.peerPort(), "peerPort of " + mspId),
                        new Port(organization.host(), ports.peerOperations(), "peerOperations of " + mspId)));
    }

    /** The last port is that of health; a knock at the others would stand in the log as a failed TLS handshake. */
    private ProcessSpec node(Organization organization, String node, List<String> command, List<Port> ports) {
        String mspId = organization.mspId();
        URI health = URI.create("http://" + ports.getLast() + "/healthz");
        return new ProcessSpec(
                node + "-" + mspId,
                "the " + node + " of " + mspId,
                new Program.Native(inEnvironment(files.settings(mspId, node), command)),
                List.of(),
                ports,
                Probe.http(health),
                Set.of());
    }

    /** Fabric takes settings from the environment before those of its file: so it gets an environment of its own. */
    private static List<String> inEnvironment(Path settings, List<String> command) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        Stream<String> environment = Stream.of(
                "env",
                "-i",
                "PATH=" + path,
                "FABRIC_CFG_PATH=" + settings,
                "FABRIC_LOGGING_SPEC=" + LOGGING,
                "FABRIC_LOGGING_FORMAT=" + LINE);
        return Stream.concat(environment, command.stream()).toList();
    }
}
