package org.countyledger.network.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.actor.Role;
import org.countyledger.network.authority.TokenIssuer;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Client;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Scorers;

/** {@code run/gateway.yaml} and those of the other services, for Spring Boot. */
record ServiceFile(
        ServiceFile.Server server, Map<String, ServiceFile.DataSource> spring, ServiceFile.CountyPart county) {
    private static final Set<Role> FEEDERS = EnumSet.of(Role.SENSOR_INSTALLER, Role.ENV_INSPECTOR, Role.ENV_DUTY);

    /** Where HTTP is served. */
    record Server(String address, int port) {}

    /** The service's own database. */
    record DataSource(String url, String username, String password) {}

    /** What our own programs read. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CountyPart(
            String channel,
            String chaincode,
            String owner,
            String identities,
            Optional<String> subject,
            List<Peer> peers,
            Issuer issuer,
            String inventory,
            Optional<OraclePart> oracle,
            Optional<String> models) {}

    /** One organisation's gateway peer. */
    record Peer(
            String organization,
            String address,
            @JsonProperty("tls-root") String tlsRoot) {}

    /** Whose bearer tokens are taken. */
    record Issuer(String name, String keys) {}

    /**
     * What only the oracle has.
     *
     * @param feeders subjects whose tokens may bring readings that no device has signed
     */
    record OraclePart(@JsonProperty("adapter-key") String adapterKey, List<String> feeders) {}

    static ServiceFile gateway(Inventory inventory, CountyDirectory directory, Database database) {
        return new ServiceFile(
                new Server(inventory.services().host(), inventory.services().gatewayPort()),
                dataSource(database, Database.GATEWAY),
                new CountyPart(
                        inventory.channel(),
                        inventory.chaincode(),
                        "gateway-1",
                        directory.identitiesFile().toString(),
                        Optional.empty(),
                        peers(inventory, directory, ""),
                        issuer(directory),
                        directory.inventory().toString(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static ServiceFile oracle(Inventory inventory, CountyDirectory directory, Database database) {
        Client node = node(inventory, Role.ORACLE_NODE);
        return new ServiceFile(
                new Server(inventory.services().host(), inventory.services().oraclePort()),
                dataSource(database, Database.ORACLE),
                new CountyPart(
                        inventory.channel(),
                        inventory.chaincode(),
                        "oracle-1",
                        directory.identitiesFile().toString(),
                        Optional.of(node.subject()),
                        peers(inventory, directory, node.mspId()),
                        issuer(directory),
                        directory.inventory().toString(),
                        Optional.of(new OraclePart(directory.adapterKey().toString(), feeders(inventory))),
                        Optional.empty()));
    }

    /** The scoring node of the organisation that owns scores. */
    static ServiceFile scorer(Inventory inventory, CountyDirectory directory, Database database) {
        Client node = Scorers.scorer(inventory)
                .orElseThrow(() -> new IllegalArgumentException("The inventory has no " + Role.SCORING_NODE));
        return scorer(
                new Place(inventory, directory, database),
                node,
                Database.SCORER,
                inventory.services().scorerPort());
    }

    /** That of another organisation, if the inventory has one: it only watches. */
    static Optional<ServiceFile> watcher(Inventory inventory, CountyDirectory directory, Database database) {
        Place place = new Place(inventory, directory, database);
        return inventory
                .services()
                .watcherPort()
                .flatMap(port -> Scorers.watcher(inventory).map(node -> scorer(place, node, Database.WATCHER, port)));
    }

    private record Place(Inventory inventory, CountyDirectory directory, Database database) {}

    private static ServiceFile scorer(Place place, Client node, String name, int port) {
        Inventory inventory = place.inventory();
        CountyDirectory directory = place.directory();
        return new ServiceFile(
                new Server(inventory.services().host(), port),
                dataSource(place.database(), name),
                new CountyPart(
                        inventory.channel(),
                        inventory.chaincode(),
                        name + "-1",
                        directory.identitiesFile().toString(),
                        Optional.of(node.subject()),
                        peers(inventory, directory, node.mspId()),
                        issuer(directory),
                        directory.inventory().toString(),
                        Optional.empty(),
                        Optional.of(directory.models().toString())));
    }

    private static List<String> feeders(Inventory inventory) {
        return inventory.clients().stream()
                .filter(client -> client.department().equals("ecology") && FEEDERS.contains(client.role()))
                .map(Client::subject)
                .toList();
    }

    private static Client node(Inventory inventory, Role role) {
        return inventory.clients().stream()
                .filter(client -> client.role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The inventory has no " + role));
    }

    private static Map<String, DataSource> dataSource(Database database, String name) {
        return Map.of("datasource", new DataSource(database.url(name), database.username(), database.password()));
    }

    private static Issuer issuer(CountyDirectory directory) {
        return new Issuer(TokenIssuer.NAME, directory.issuerKeys().toString());
    }

    /** All peers in the inventory's order, but the service's own organisation first. */
    private static List<Peer> peers(Inventory inventory, CountyDirectory directory, String ownMspId) {
        return inventory.organizations().stream()
                .sorted(Comparator.comparing(
                        organization -> !organization.mspId().equals(ownMspId)))
                .map(organization -> new Peer(
                        organization.mspId(),
                        organization.peerAddress(),
                        directory.organization(organization.mspId()).tlsRoot().toString()))
                .toList();
    }
}
