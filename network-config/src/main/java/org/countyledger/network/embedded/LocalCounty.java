package org.countyledger.network.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.countyledger.network.CountyException;
import org.countyledger.network.authority.Renewal;
import org.countyledger.network.authority.Revocation;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.CountyLock;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.postgres.DatabaseFile;
import org.countyledger.network.postgres.Databases;
import org.countyledger.network.postgres.PostgresServer;
import org.countyledger.network.process.Foreground;
import org.countyledger.network.process.JavaProgram;
import org.countyledger.network.process.ProcessControl;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.process.ProcessStatus;
import org.countyledger.network.process.Shutdown;
import org.countyledger.network.process.Startup;
import org.countyledger.network.process.Step;
import org.countyledger.network.settings.Database;
import org.countyledger.network.settings.SettingsFiles;

/** A county that is there, on this computer: its processes can be started, looked at and stopped. */
public final class LocalCounty {
    private final CountyDirectory directory;
    private final CountyFile file;
    private final Inventory inventory;
    private final ProcessControl control;
    private final Installation installation;
    private final LedgerRuntime ledger;

    private LocalCounty(CountyDirectory directory, CountyFile file, Installation installation) {
        this.directory = directory;
        this.file = file;
        this.installation = installation;
        this.inventory = InventoryFile.read(directory.inventory());
        this.control = new ProcessControl(directory);
        this.ledger = LedgerRuntime.of(file, directory, installation);
    }

    public static LocalCounty open(CountyDirectory directory, Installation installation) {
        CountyFile file = directory
                .county()
                .orElseThrow(() -> new CountyException("There is no county in " + directory
                        + ": make one with scripts/county up, or name its" + " directory with --dir"));
        return new LocalCounty(directory, file, installation);
    }

    public CountyFile file() {
        return file;
    }

    public CountyDirectory directory() {
        return directory;
    }

    public Inventory inventory() {
        return inventory;
    }

    public List<ProcessSpec> processes() {
        return steps().stream()
                .filter(ProcessSpec.class::isInstance)
                .map(ProcessSpec.class::cast)
                .toList();
    }

    private List<Step> steps() {
        return new CountyProcesses(directory, inventory, installation)
                .all(ledger, DatabaseFile.read(directory).orElseGet(DatabaseFile::own));
    }

    /** Starts what does not run and waits until it answers; then everything that was asked for does. */
    public RunningCounty start(Selection selection, DatabaseFile wanted, Startup.Listener listener) {
        DatabaseFile databases = DatabaseFile.read(directory).orElse(wanted);
        Database database = databases.database(inventory.services());
        render(databases, database);
        List<Step> steps = steps().stream().filter(selection::includes).toList();
        control.checkPorts(steps);
        boolean hasOwnServer = databases.usesOwnServer();
        if (hasOwnServer && steps.stream().anyMatch(step -> step.name().equals(PostgresServer.NAME))) {
            PostgresServer.of(directory, installation.cache()).initialize(database);
        }
        if (!hasOwnServer) {
            Databases.create(database);
        }
        new Startup(control, creating(database, listener)).start(steps);
        return running();
    }

    /** The databases are made as soon as the county's own server answers, before anybody asks for them. */
    private static Startup.Listener creating(Database database, Startup.Listener listener) {
        return (step, took) -> {
            if (step.name().equals(PostgresServer.NAME)) {
                Databases.create(database);
            }
            listener.done(step, took);
        };
    }

    private void render(DatabaseFile databases, Database database) {
        try {
            Files.createDirectories(installation.cache());
            installation.forgetOldArchives();
            databases.write(directory);
            new SettingsFiles(directory).write(inventory, database);
            ledger.render();
        } catch (IOException e) {
            throw new CountyException(
                    "The settings in " + directory.run() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private RunningCounty running() {
        return new RunningCounty(
                directory,
                file.purpose(),
                inventory,
                gateway(),
                address(inventory.services().oraclePort()),
                Tokens.of(directory),
                status());
    }

    /** Address of the HTTP API, without a path. */
    public URI gateway() {
        return address(inventory.services().gatewayPort());
    }

    private URI address(int port) {
        return URI.create("http://" + inventory.services().host() + ":" + port);
    }

    public List<ProcessStatus> status() {
        return processes().stream().map(control::status).toList();
    }

    /** Blocks on the chain; empty where no peer answers. */
    public OptionalLong height() {
        return ChainHeight.of(directory, inventory);
    }

    /**
     * Makes the gateway's read tables again, or compares them with the chain; its words are this program's.
     *
     * @param task {@code rebuild} or {@code verify}
     * @return the exit code
     */
    public int projection(String task) {
        if (!isRunning()) {
            throw new CountyException("The county does not run: start it with scripts/county up");
        }
        JavaProgram program = new CountyProcesses(directory, inventory, installation).projection(task);
        return Foreground.run(program.command(directory.run().resolve("projection.args")));
    }

    /** How the ledger below stands; worth asking while any of its nodes answers. */
    public HealthReport report() {
        return ledger.report();
    }

    /** How long the certificates of nodes and of clients last. */
    public HealthReport certificates(Instant now) {
        return CertificateReport.of(directory, inventory, now);
    }

    /** Everything that is not as it should be, whether the county runs or not. */
    public List<Finding> findings(Instant now) {
        try {
            List<Finding> findings = new ArrayList<>(Checkup.ports(control, processes()));
            Checkup.disk(directory.root()).ifPresent(findings::add);
            findings.addAll(certificates(now).findings());
            findings.addAll(ledger.findings(hasLedger()));
            if (hasLedger()) {
                findings.addAll(report().findings());
            }
            return findings;
        } catch (IOException e) {
            throw new CountyException(directory + " cannot be examined: " + e.getMessage(), e);
        }
    }

    /** Issues certificates again; programs read them when they start. */
    public Renewal renewal(Instant now) {
        return new Renewal(directory, now);
    }

    /**
     * Revokes what somebody signs by, and tells the channel, which needs most organisations' administrators for it.
     *
     * @param name common name of the subject, such as {@code AuditMSP.SYSTEM_TIMER}
     */
    public void revoke(String name, Instant now) {
        if (file.runtime().isEmpty() || !hasLedger()) {
            throw new CountyException("Only the running channel of a county on Hyperledger Fabric takes revocations:"
                    + " start it with scripts/county up");
        }
        try {
            ledger.publish(new Revocation(directory).revoke(name, now));
        } catch (IOException e) {
            throw new CountyException(
                    "The channel was not told of the revocation: " + e.getMessage()
                            + "; the same command again tells it",
                    e);
        }
    }

    /** Writes what one organisation needs on its own host, into a new directory. */
    public void share(String mspId, NodeRuntime runtime, Path out) {
        if (inventory.organizations().stream().noneMatch(one -> one.mspId().equals(mspId))) {
            throw new CountyException("There is no organisation " + mspId + "; there are "
                    + inventory.organizations().stream()
                            .map(Organization::mspId)
                            .toList());
        }
        if (file.runtime().isEmpty()) {
            throw new CountyException(
                    directory + " is a county on " + file.kind().words()
                            + ", which is one process: only a county on Hyperledger Fabric has parts (--ledger fabric)");
        }
        if (!directory.isHere(mspId)) {
            throw new CountyException(directory + " does not have the keys of " + mspId);
        }
        new OrganizationShare(directory, inventory, new CountyDirectory(out)).write(mspId, file.purpose(), runtime);
    }

    /** Whether anything of the ledger below answers. */
    public boolean hasLedger() {
        return ledger.nodes().stream().anyMatch(node -> control.status(node).state() == ProcessStatus.State.UP);
    }

    /** The first file of the ledger's blocks. */
    public Path blocks() {
        return ledger.blocks();
    }

    public boolean isRunning() {
        return processes().stream().anyMatch(control::isRunning);
    }

    /** Stops what runs, those first that build on others; the names of the stopped. */
    public List<String> stop() {
        return new Shutdown(control).stop(processes());
    }

    /** Stops what runs and removes everything. */
    public List<String> purge() {
        return CountyLock.holding(directory, () -> {
            List<String> stopped = stop();
            new CountyMaker(directory, installation).purge();
            return stopped;
        });
    }

    /** Gives all processes other ports; unless they have them, nothing may run. */
    void renumber(int firstPort) {
        Inventory renumbered = inventory.withPortsFrom(firstPort);
        if (renumbered.equals(inventory)) {
            return;
        }
        if (!ledger.canMove()) {
            throw new CountyException(directory + " keeps its ports, because addresses stand in block 0 of its channel:"
                    + " leave --port-base out, or make another county");
        }
        if (isRunning()) {
            throw new CountyException("Ports cannot change while the county runs: scripts/county down first");
        }
        try {
            Files.write(directory.inventory(), InventoryFile.write(renumbered));
        } catch (IOException e) {
            throw new CountyException(directory.inventory() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
