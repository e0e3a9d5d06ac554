package org.countyledger.acceptance.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The checkout that is tried. */
public final class Checkout {
    public static final Path ROOT = find();

    private Checkout() {}

    private static Path find() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("network-config/inventory.yaml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(start + " is in no checkout of County Ledger"));
    }

    /** Compiled classes of a module, without its tests. */
    public static Path classes(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }

    /** A file of reference data, which not every checkout has beside it. */
    public static Path reference(String name) {
        return ROOT.resolveSibling("shared").resolve("data").resolve(name);
    }
}
