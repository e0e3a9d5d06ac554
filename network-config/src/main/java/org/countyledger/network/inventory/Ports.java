package org.countyledger.network.inventory;

import java.util.ArrayList;
import java.util.List;
import org.countyledger.network.CountyException;

/** Which port belongs to whom. */
public final class Ports {
    private static final int SERVICES_BEFORE = 3;
    private static final int SERVICES_BEHIND = 2;
    private static final int PER_ORGANIZATION = 3;
    private static final int LAST = 0xffff;

    private Ports() {}

    /**
     * A port in use.
     *
     * @param path where it stands in the inventory
     */
    public record Use(String path, String host, int port) {}

    static List<Use> of(Services services, List<Organization> organizations) {
        List<Use> uses = new ArrayList<>();
        uses.add(new Use("services.gatewayPort", services.host(), services.gatewayPort()));
        uses.add(new Use("services.oraclePort", services.host(), services.oraclePort()));
        uses.add(new Use("services.postgresPort", services.host(), services.postgresPort()));
        uses.add(new Use("services.scorerPort", services.host(), services.scorerPort()));
        services.watcherPort().ifPresent(port -> uses.add(new Use("services.watcherPort", services.host(), port)));
        for (int i = 0; i < organizations.size(); i++) {
            Organization organization = organizations.get(i);
            String path = "organizations[" + i + "].";
            uses.add(new Use(path + "peerPort", organization.host(), organization.peerPort()));
            uses.add(new Use(path + "ordererPort", organization.host(), organization.ordererPort()));
            uses.add(new Use(path + "chaincodePort", organization.host(), organization.chaincodePort()));
            uses.addAll(of(path + "nodePorts.", organization));
        }
        return List.copyOf(uses);
    }

    private static List<Use> of(String path, Organization organization) {
        NodePorts ports = organization.nodePorts();
        return List.of(
                new Use(path + "peerOperations", organization.host(), ports.peerOperations()),
                new Use(path + "ordererAdmin", organization.host(), ports.ordererAdmin()),
                new Use(path + "ordererOperations", organization.host(), ports.ordererOperations()));
    }

    /** @throws CountyException if there are not so many ports from the first on */
    static Inventory renumber(Inventory inventory, int first) {
        int count = SERVICES_BEFORE
                + SERVICES_BEHIND
                + (PER_ORGANIZATION + NodePorts.COUNT)
                        * inventory.organizations().size();
        if (first < 1 || first > LAST - count + 1) {
            throw new CountyException(count + " ports are needed from --port-base on, so it must be between 1 and "
                    + (LAST - count + 1) + " but is " + first);
        }
        int behind = first + count - SERVICES_BEHIND;
        Services services = new Services(
                inventory.services().host(),
                first,
                first + 1,
                first + 2,
                behind,
                inventory.services().watcherPort().map(port -> behind + 1));
        List<Organization> organizations = new ArrayList<>();
        int next = first + SERVICES_BEFORE;
        int nextNodePort = next + PER_ORGANIZATION * inventory.organizations().size();
        for (Organization organization : inventory.organizations()) {
            organizations.add(organization.withPorts(next, nextNodePort));
            next += PER_ORGANIZATION;
            nextNodePort += NodePorts.COUNT;
        }
        return inventory.with(services, organizations);
    }
}
