package org.countyledger.network.embedded;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;

/**
 * The checkout that the command runs from.
 *
 * @param root where the modules are
 * @param cache what all counties of the checkout share; goes with its build results
 */
public record Installation(Path root, Path cache) {
    private static final String MODULE = "network-config";

    Installation(Path root) {
        this(root, root.resolve(MODULE).resolve("target").resolve("cache"));
    }

    /** Finds the checkout around the place that this class was loaded from: a module's jar, its classes or its libraries. */
    public static Installation ofThisProgram() {
        try {
            Path code = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.iterate(code, Objects::nonNull, Path::getParent)
                    .filter(folder -> Files.isRegularFile(folder.resolve(MODULE).resolve("inventory.yaml")))
                    .findFirst()
                    .map(Installation::new)
                    .orElseThrow(() -> new CountyException(code + " is not in a checkout of County Ledger"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this class was loaded from nowhere", e);
        }
    }

    Path jar(String module) {
        return root.resolve(module).resolve("target").resolve(module + ".jar");
    }

    /** Where counties are made unless told otherwise. */
    public Path counties() {
        return root.resolve(".county");
    }
}
