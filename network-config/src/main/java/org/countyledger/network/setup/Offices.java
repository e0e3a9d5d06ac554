package org.countyledger.network.setup;

import java.util.List;
import org.countyledger.domain.actor.Role;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.OracleApi;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.inventory.Client;

/** Who holds which office, by subject of the identity. */
public record Offices(List<Client> clients) {
    public Offices(RunningCounty county) {
        this(county.inventory().clients());
    }

    public Offices {
        clients = List.copyOf(clients);
    }

    /** The first holder of a role in a department. */
    public String one(String department, Role role) {
        return all(department, role).stream()
                .findFirst()
                .orElseThrow(() -> new CountyException(
                        "The inventory names nobody who holds " + role + " in " + department + ": add one"));
    }

    public List<String> all(String department, Role role) {
        return clients.stream()
                .filter(client -> client.department().equals(department) && client.role() == role)
                .map(Client::subject)
                .toList();
    }

    /** Holders of a role of a town. */
    public List<String> ofTown(String town, Role role) {
        return clients.stream()
                .filter(client -> client.role() == role
                        && client.town().filter(town::equals).isPresent())
                .map(Client::subject)
                .toList();
    }

    /** The worker of a grid. */
    public String ofGrid(String grid) {
        return clients.stream()
                .filter(client -> client.role() == Role.GRID_WORKER
                        && client.grid().filter(grid::equals).isPresent())
                .map(Client::subject)
                .findFirst()
                .orElseThrow(() -> new CountyException("The inventory names no worker of grid " + grid + ": add one"));
    }

    /** The sensor oracle, fed in the name of the environment department's inspector. */
    public OracleApi oracle(RunningCounty county) {
        String feeder = one("ecology", Role.ENV_INSPECTOR);
        return new OracleApi(county.oracle(), () -> county.tokens().forSubject(feeder));
    }

    /** The staff number of an officer's subject. */
    public static String staff(String subject) {
        return subject.substring(0, subject.indexOf('.'));
    }
}
