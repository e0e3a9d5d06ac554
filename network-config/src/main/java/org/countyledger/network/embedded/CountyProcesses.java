package org.countyledger.network.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countyledger.domain.actor.Role;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.inventory.Scorers;
import org.countyledger.network.inventory.Services;
import org.countyledger.network.postgres.DatabaseFile;
import org.countyledger.network.postgres.PostgresServer;
import org.countyledger.network.process.JavaProgram;
import org.countyledger.network.process.Port;
import org.countyledger.network.process.Probe;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.process.Step;
import org.countyledger.network.settings.SettingsFiles;

/** What runs in a county, each process after those that it builds on. */
final class CountyProcesses {
    static final String GATEWAY = "gateway";
    static final String ORACLE = "oracle";
    static final String SCORER = "scorer";
    static final String WATCHER = "watcher";
    static final String CHAINCODE = "chaincode";

    private final CountyDirectory county;
    private final Inventory inventory;
    private final Installation installation;
    private final SettingsFiles settings;
    private final JvmFlags flags;

    CountyProcesses(CountyDirectory county, Inventory inventory, Installation installation) {
        this.county = county;
        this.inventory = inventory;
        this.installation = installation;
        this.settings = new SettingsFiles(county);
        this.flags = new JvmFlags(county, installation.cache());
    }

    List<Step> all(LedgerRuntime ledger, DatabaseFile database) {
        List<ProcessSpec> contracts = inventory.organizations().stream()
                .filter(organization -> county.isHere(organization.mspId()))
                .map(this::chaincode)
                .toList();
        List<Step> steps = new ArrayList<>();
        if (database.usesOwnServer()) {
            steps.add(postgres(database));
        }
        steps.addAll(ledger.nodes());
        steps.addAll(contracts);
        steps.add(gateway(names(steps)));
        if (isHere(Role.ORACLE_NODE)) {
            steps.add(oracle());
        }
        if (county.hasModels() && isHere(Role.SCORING_NODE)) {
            steps.add(scorer(SCORER, "the scorer", inventory.services().scorerPort()));
            watcherPort().ifPresent(port -> steps.add(scorer(WATCHER, "the second watch for drift", port)));
        }
        steps.addAll(ledger.chores(names(contracts)));
        return List.copyOf(steps);
    }

    /** Whether an organisation that runs such a machine has its keys here. */
    private boolean isHere(Role machine) {
        return inventory.clients().stream()
                .anyMatch(client -> client.role() == machine && county.isHere(client.mspId()));
    }

    private static Set<String> names(List<? extends Step> steps) {
        return steps.stream().map(Step::name).collect(Collectors.toSet());
    }

    private ProcessSpec postgres(DatabaseFile database) {
        Services services = inventory.services();
        Port port = new Port(services.host(), services.postgresPort(), "services.postgresPort");
        return PostgresServer.of(county, installation.cache()).spec(port, database.database(services));
    }

    private ProcessSpec chaincode(Organization organization) {
        String name = CHAINCODE + "-" + organization.mspId();
        JavaProgram program = new JavaProgram(
                installation.jar(CHAINCODE),
                "org.countyledger.chaincode.ChaincodeMain",
                "192m",
                chaincodeFlags(organization, name),
                List.of("--settings", settings.chaincode(organization.mspId()).toString()));
        List<Port> ports = List.of(new Port(
                organization.host(), organization.chaincodePort(), "chaincodePort of " + organization.mspId()));
        return new ProcessSpec(
                name,
                "the chaincode of " + organization.mspId(),
                program,
                List.of(),
                ports,
                Probe.listening(ports),
                Set.of());
    }

    private List<String> chaincodeFlags(Organization organization, String name) {
        boolean isFirst = organization.equals(inventory.organizations().getFirst());
        return isFirst ? flags.keepingArchive(name, CHAINCODE) : flags.usingArchive(name, CHAINCODE);
    }

    /** Comes up while chores are done: what it cannot reach yet it asks for again. */
    private ProcessSpec gateway(Set<String> after) {
        int port = inventory.services().gatewayPort();
        JavaProgram program = spring(GATEWAY, "gateway-api", "org.countyledger.gateway.GatewayApplication", "320m");
        return service(program, new Port(inventory.services().host(), port, "services.gatewayPort"), GATEWAY, after);
    }

    /** The gateway's own program for its read tables. */
    JavaProgram projection(String task) {
        return new JavaProgram(
                installation.jar("gateway-api"),
                "org.countyledger.gateway.rebuild.ProjectionProgram",
                "320m",
                flags.usingArchive("projection", GATEWAY),
                List.of(task, "--spring.config.additional-location=file:" + settings.gateway()));
    }

    private ProcessSpec oracle() {
        int port = inventory.services().oraclePort();
        JavaProgram program = spring(ORACLE, "oracle-sensors", "org.countyledger.oracle.OracleApplication", "256m");
        Port listens = new Port(inventory.services().host(), port, "services.oraclePort");
        return service(program, listens, ORACLE, Set.of(PostgresServer.NAME));
    }

    /** Takes connections also while it has nothing to score by: that is no reason to take it for dead. */
    private ProcessSpec scorer(String name, String words, int port) {
        List<Port> ports = List.of(new Port(inventory.services().host(), port, "services." + name + "Port"));
        return new ProcessSpec(
                name,
                words,
                spring(name, "risk-scoring", "org.countyledger.risk.scorer.ScorerApplication", "320m"),
                List.of(),
                ports,
                Probe.listening(ports),
                Set.of(PostgresServer.NAME));
    }

    private Optional<Integer> watcherPort() {
        return inventory
                .services()
                .watcherPort()
                .filter(port -> Scorers.watcher(inventory).isPresent());
    }

    private JavaProgram spring(String name, String module, String mainClass, String maxHeap) {
        Path file = settings.service(name);
        return new JavaProgram(
                installation.jar(module),
                mainClass,
                maxHeap,
                flags.keepingArchive(name, name),
                List.of("--spring.config.additional-location=file:" + file));
    }

    private ProcessSpec service(JavaProgram program, Port port, String name, Set<String> after) {
        return new ProcessSpec(
                name,
                "the " + name,
                program,
                List.of(),
                List.of(port),
                Probe.http(URI.create("http://" + port + "/actuator/health")),
                after);
    }
}
