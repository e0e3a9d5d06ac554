package org.countyledger.network.fabric;

import java.util.List;
import java.util.stream.Stream;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** The nodes of all organisations that are here, with their administrators; on one computer they are one person. */
record Nodes(List<OrdererAdmin> orderers, List<PeerAdmin> peers) implements AutoCloseable {
    static Nodes connect(Inventory inventory, CountyDirectory county) {
        return new Nodes(
                here(inventory.orderingOrganizations(), county)
                        .map(organization -> new OrdererAdmin(organization, administrator(organization, county)))
                        .toList(),
                here(inventory.organizations(), county)
                        .map(organization -> PeerAdmin.connect(organization, administrator(organization, county)))
                        .toList());
    }

    private static Stream<Organization> here(List<Organization> organizations, CountyDirectory county) {
        return organizations.stream().filter(organization -> county.isHere(organization.mspId()));
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
