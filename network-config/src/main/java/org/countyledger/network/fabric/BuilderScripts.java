package org.countyledger.network.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.countyledger.network.directory.PrivateFiles;

/** The three scripts by which a peer takes a package of the contract. */
final class BuilderScripts {
    private static final List<String> NAMES = List.of("detect", "build", "release");

    private BuilderScripts() {}

    static void write(Path builder) throws IOException {
        Path bin = PrivateFiles.directory(builder.resolve("bin"));
        for (String name : NAMES) {
            Path script = bin.resolve(name);
            PrivateFiles.write(script, content(name));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static byte[] content(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(BuilderScripts.class.getResourceAsStream("builder/" + name))) {
            return in.readAllBytes();
        }
    }
}
