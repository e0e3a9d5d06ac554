package org.countyledger.network.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalLong;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.CountyLock;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.postgres.DatabaseFile;
import org.countyledger.network.postgres.Databases;
import org.countyledger.network.postgres.PostgresServer;
import org.countyledger.network.process.ProcessControl;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.process.ProcessStatus;
import org.countyledger.network.process.Shutdown;
import org.countyledger.network.process.Startup;
import org.countyledger.network.settings.Database;
import org.countyledger.network.settings.SettingsFiles;

/** A county that is there, on the embedded ledger: its processes can be started, looked at and stopped. */
public final class EmbeddedCounty {
    private final CountyDirectory directory;
    private final CountyFile file;
    private final Inventory inventory;
    private final ProcessControl control;
    private final Installation installation;

    private EmbeddedCounty(CountyDirectory directory, CountyFile file, Installation installation) {
        this.directory = directory;
        this.file = file;
        this.installation = installation;
        this.inventory = InventoryFile.read(directory.inventory());
        this.control = new ProcessControl(directory);
    }

    public static EmbeddedCounty open(CountyDirectory directory, Installation installation) {
        CountyFile file = directory
                .county()
                .orElseThrow(() -> new CountyException("There is no county in " + directory
                        + ": make one with scripts/county up, or name its" + " directory with --dir"));
        return new EmbeddedCounty(directory, file, installation);
    }

    public CountyFile file() {
        return file;
    }

    public Inventory inventory() {
        return inventory;
    }

    public List<ProcessSpec> processes() {
        return new CountyProcesses(directory, inventory, installation)
                .all(DatabaseFile.read(directory).orElseGet(DatabaseFile::own));
    }

    /** Starts what does not run and waits until it answers; then everything that was asked for does. */
    public RunningCounty start(Selection selection, DatabaseFile wanted, Startup.Listener listener) {
        DatabaseFile databases = DatabaseFile.read(directory).orElse(wanted);
        Database database = databases.database(inventory.services());
        render(databases, database);
        List<ProcessSpec> specs =
                processes().stream().filter(selection::includes).toList();
        control.checkPorts(specs);
        if (databases.usesOwnServer()) {
            PostgresServer.of(directory, installation.cache()).initialize(database);
        } else {
            Databases.create(database);
        }
        new Startup(control, creating(database, listener)).start(specs);
        return running();
    }

    /** The databases are made as soon as the county's own server answers, before anybody asks for them. */
    private static Startup.Listener creating(Database database, Startup.Listener listener) {
        return (spec, took) -> {
            if (spec.name().equals(PostgresServer.NAME)) {
                Databases.create(database);
            }
            listener.answers(spec, took);
        };
    }

    private void render(DatabaseFile databases, Database database) {
        try {
            Files.createDirectories(installation.cache());
            databases.write(directory);
            new SettingsFiles(directory).write(inventory, database);
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
                address(inventory.services().gatewayPort()),
                address(inventory.services().oraclePort()),
                Tokens.of(directory),
                status());
    }

    private URI address(int port) {
        return URI.create("http://" + inventory.services().host() + ":" + port);
    }

    public List<ProcessStatus> status() {
        return processes().stream().map(control::status).toList();
    }

    /** Blocks on the chain; empty where the ledger does not answer. */
    public OptionalLong height() {
        return ChainHeight.of(directory, inventory);
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
            new CountyMaker(directory).purge();
            return stopped;
        });
    }

    /** Gives all processes other ports; unless they have them, nothing may run. */
    void renumber(int firstPort) {
        Inventory renumbered = inventory.withPortsFrom(firstPort);
        if (renumbered.equals(inventory)) {
            return;
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
