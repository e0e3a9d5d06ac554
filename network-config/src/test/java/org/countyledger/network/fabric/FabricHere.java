package org.countyledger.network.fabric;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** Tests that need a program of Fabric are skipped where it is not, and say so. */
public final class FabricHere {
    private FabricHere() {}

    public static boolean isThere() {
        return FabricPrograms.find(System.getenv()).isPresent();
    }

    public static Path program(String name) {
        Optional<Path> found = FabricPrograms.find(name, System.getenv());
        assumeTrue(found.isPresent(), "Fabric's " + name + " is neither on the PATH nor in FABRIC_HOME/bin");
        return found.orElseThrow();
    }
}
