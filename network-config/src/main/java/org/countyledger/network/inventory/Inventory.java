package org.countyledger.network.inventory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The network of one county. Whoever holds one knows that everything it names is there and no port is used twice. */
public record Inventory(
        County county,
        String channel,
        String chaincode,
        Consensus consensus,
        Images images,
        Services services,
        List<Organization> organizations,
        List<Department> departments,
        List<Department> providers,
        List<Town> towns,
        List<Officer> officers) {
    public Inventory {
        organizations = List.copyOf(organizations);
        departments = List.copyOf(departments);
        providers = List.copyOf(providers);
        towns = List.copyOf(towns);
        officers = List.copyOf(officers);
        InventoryCheck.organizations(organizations);
        InventoryCheck.departments(organizations, departments, providers);
        InventoryCheck.towns(county, towns);
        InventoryCheck.machines(organizations, departments);
        InventoryCheck.officers(
                officers, InventoryCheck.Places.of(Stream.concat(departments.stream(), providers.stream()), towns));
        InventoryCheck.ports(Ports.of(services, organizations));
    }

    public Organization organization(String mspId) {
        return organizations.stream()
                .filter(organization -> organization.mspId().equals(mspId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No organisation " + mspId + " in the inventory"));
    }

    /** A department or provider. */
    public Optional<Department> department(String id) {
        return Stream.concat(departments.stream(), providers.stream())
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /** Every client identity: the machines of each organisation, then the officers, one for each role. */
    public List<Client> clients() {
        Stream<Client> machines = organizations.stream()
                .flatMap(organization ->
                        organization.machines().stream().map(machine -> Client.of(organization.mspId(), machine)));
        Stream<Client> people = officers.stream()
                .flatMap(officer -> officer.roles().stream().map(role -> Client.of(mspOf(officer), officer, role)));
        return Stream.concat(machines, people).toList();
    }

    private String mspOf(Officer officer) {
        return department(officer.department()).orElseThrow().organization();
    }

    /** The organisations that run an orderer of a Fabric network. */
    public List<Organization> orderingOrganizations() {
        return switch (consensus) {
            case BFT -> organizations;
            case RAFT -> organizations.subList(0, 1);
        };
    }

    /** Who listens where. */
    public List<Ports.Use> ports() {
        return Ports.of(services, organizations);
    }

    /** The same county on other ports: consecutive ones from {@code first} on, the gateway's first. */
    public Inventory withPortsFrom(int first) {
        return Ports.renumber(this, first);
    }

    /** The same county whose orderers agree in another way. */
    public Inventory with(Consensus newConsensus) {
        return with(newConsensus, services, organizations);
    }

    Inventory with(Services newServices, List<Organization> newOrganizations) {
        return with(consensus, newServices, newOrganizations);
    }

    private Inventory with(Consensus newConsensus, Services newServices, List<Organization> newOrganizations) {
        return new Inventory(
                county,
                channel,
                chaincode,
                newConsensus,
                images,
                newServices,
                newOrganizations,
                departments,
                providers,
                towns,
                officers);
    }
}
