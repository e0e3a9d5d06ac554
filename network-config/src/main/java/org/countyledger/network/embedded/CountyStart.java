package org.countyledger.network.embedded;

import java.nio.file.Path;
import java.util.Optional;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.CountyLock;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.postgres.DatabaseFile;
import org.countyledger.network.process.Startup;
import org.countyledger.network.settings.Database;

/** Makes a county where there is none and starts it: what {@code up}, {@code demo} and {@code replay} share. */
public final class CountyStart {
    /**
     * What is wanted.
     *
     * @param inventory another one than the bundled; only for a new county
     * @param portBase first of consecutive ports, instead of the inventory's
     * @param database a server instead of the county's own; only for a new county
     * @param ledger what is to be below
     */
    public record Request(
            CountyDirectory directory,
            Purpose purpose,
            Optional<Path> inventory,
            Optional<Integer> portBase,
            Optional<Database> database,
            LedgerChoice ledger,
            Selection selection) {
        public static Request of(CountyDirectory directory, Purpose purpose) {
            return new Request(
                    directory,
                    purpose,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LedgerChoice.ANY,
                    Selection.EVERYTHING);
        }
    }

    private final Installation installation;
    private final Startup.Listener listener;

    public CountyStart(Installation installation, Startup.Listener listener) {
        this.installation = installation;
        this.listener = listener;
    }

    /** Safe to repeat: what runs is kept, what died is started again, data stay. */
    public RunningCounty start(Request request, CountySetup setup) {
        return CountyLock.holding(request.directory(), () -> {
            RunningCounty county = openOrMake(request).start(request.selection(), databases(request), listener);
            if (request.selection().equals(Selection.EVERYTHING)) {
                setup.prepare(county);
            }
            return county;
        });
    }

    private static DatabaseFile databases(Request request) {
        return request.database().map(DatabaseFile::of).orElseGet(DatabaseFile::own);
    }

    private LocalCounty openOrMake(Request request) {
        CountyDirectory directory = request.directory();
        Optional<CountyFile> found = directory.county();
        if (found.isEmpty()) {
            CountyFile wanted = request.ledger().forNewCounty(request.purpose());
            new CountyMaker(directory, installation).make(wanted, inventory(request));
        } else {
            check(found.get(), request);
            request.portBase()
                    .ifPresent(base -> LocalCounty.open(directory, installation).renumber(base));
        }
        return LocalCounty.open(directory, installation);
    }

    private static void check(CountyFile found, Request request) {
        CountyDirectory directory = request.directory();
        Purpose purpose = found.purpose();
        if (purpose != request.purpose()) {
            throw new CountyException(directory + " is " + purpose.words() + " and can never become "
                    + request.purpose().words() + ": use " + purpose.command() + ", or another --dir");
        }
        request.ledger().check(directory, found);
        if (request.inventory().isPresent() || request.database().isPresent()) {
            throw new CountyException(
                    directory + " is there already and keeps its inventory and database: leave these options out");
        }
    }

    private static byte[] inventory(Request request) {
        byte[] yaml = request.inventory()
                .map(InventoryFile::read)
                .map(InventoryFile::write)
                .orElseGet(InventoryFile::bundled);
        Inventory given = InventoryFile.parse(yaml, "the inventory");
        Inventory chosen = request.ledger().consensus().map(given::with).orElse(given);
        Inventory inventory = request.portBase().map(chosen::withPortsFrom).orElse(chosen);
        return inventory.equals(given) ? yaml : InventoryFile.write(inventory);
    }
}
