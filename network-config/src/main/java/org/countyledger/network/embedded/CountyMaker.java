package org.countyledger.network.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;
import org.countyledger.network.authority.CountyAuthorities;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.InventoryFile;

/** Makes a county's directory in one step, and takes it away in one. */
final class CountyMaker {
    private final CountyDirectory county;
    private final Installation installation;

    CountyMaker(CountyDirectory county, Installation installation) {
        this.county = county;
        this.installation = installation;
    }

    /** Identities, authorities and what the directory is for; a directory is a county or is not there. */
    void make(CountyFile kind, byte[] inventory) {
        try {
            refuseOthers();
            CountyDirectory fresh = new CountyDirectory(county.beside("new"));
            delete(fresh.root());
            Files.createDirectories(fresh.root());
            Files.write(fresh.inventory(), inventory);
            CountyAuthorities.create(InventoryFile.read(fresh.inventory()), fresh, Instant.now());
            for (Path part : List.of(fresh.run(), fresh.log(), fresh.data())) {
                PrivateFiles.directory(part);
            }
            LedgerRuntime.of(kind, fresh, installation).found();
            Files.write(fresh.countyFile(), kind.write());
            Files.deleteIfExists(county.root());
            Files.move(fresh.root(), county.root(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CountyException("The county " + county + " cannot be made: " + e.getMessage(), e);
        }
    }

    private void refuseOthers() throws IOException {
        if (Files.exists(county.root())) {
            try (Stream<Path> content = Files.list(county.root())) {
                if (content.findAny().isPresent()) {
                    throw new CountyException(
                            county + " is no county but is not empty: name a new directory with --dir");
                }
            }
        }
    }

    /** Removes data and identities together: a ledger without its identities is of no use, nor the other way round. */
    void purge() {
        Path old = county.beside("old");
        try {
            delete(old);
            Files.move(county.root(), old, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        } catch (IOException e) {
            throw new CountyException(county + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
