package org.countyledger.network.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.network.CountyException;

/**
 * What {@code county.json} says about a directory.
 *
 * @param ledger what runs below
 * @param runtime how nodes of Fabric run; none where the ledger has no such nodes
 * @param version of the directory's layout
 */
public record CountyFile(Purpose purpose, String ledger, Optional<NodeRuntime> runtime, int version) {
    public static final int VERSION = 1;

    public CountyFile {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not " + VERSION);
        }
        if (runtime.isPresent() != (LedgerKind.ofWireName(ledger) == LedgerKind.FABRIC)) {
            throw new IllegalArgumentException("a county on Fabric, and no other, says how its nodes run");
        }
    }

    /** A county on the embedded ledger. */
    public static CountyFile embedded(Purpose purpose) {
        return new CountyFile(purpose, LedgerKind.EMBEDDED.wireName(), Optional.empty(), VERSION);
    }

    /** A county on Fabric. */
    public static CountyFile fabric(Purpose purpose, NodeRuntime runtime) {
        return new CountyFile(purpose, LedgerKind.FABRIC.wireName(), Optional.of(runtime), VERSION);
    }

    public LedgerKind kind() {
        return LedgerKind.ofWireName(ledger);
    }

    /** Empty where the directory is no county. */
    static Optional<CountyFile> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CanonicalJson.read(Files.readAllBytes(file), CountyFile.class));
        } catch (IOException | MalformedJson e) {
            throw new CountyException(file + " does not describe a county that this program can run", e);
        }
    }

    public byte[] write() {
        return CanonicalJson.write(this);
    }
}
