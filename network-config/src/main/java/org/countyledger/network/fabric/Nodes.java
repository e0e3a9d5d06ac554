package org.countyledger.network.fabric;

import java.util.List;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** All nodes of a network with their administrators; on one computer they are one person. */
record Nodes(List<OrdererAdmin> orderers, List<PeerAdmin> peers) implements AutoCloseable {
    static Nodes connect(Inventory inventory, CountyDirectory county) {
        return new Nodes(
                inventory.orderingOrganizations().stream()
                        .map(organization -> new OrdererAdmin(organization, administrator(organization, county)))
                        .toList(),
                inventory.organizations().stream()
                        .map(organization -> PeerAdmin.connect(organization, administrator(organization, county)))
                        .toList());
    }

    private static Administrator administrator(Organization organization, CountyDirectory county) {
        return new Administrator(organization.mspId(), county.organization(organization.mspId()));
    }

    @Override
    public void close() {
        orderers.forEach(OrdererAdmin::close);
        peers.forEach(PeerAdmin::close);
    }
}
