package org.countyledger.network.embedded;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A folder that looks like a checkout with a built ledger: its jar only names the tests' own class path. PostgreSQL is
 * unpacked once for all runs of the tests.
 */
public final class Checkout {
    private Checkout() {}

    public static Installation in(Path folder) throws IOException {
        Path target = folder.resolve("embedded-ledger").resolve("target");
        Files.createDirectories(target.resolve("lib"));
        try (OutputStream out = Files.newOutputStream(target.resolve("embedded-ledger.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest())) {
            jar.finish();
        }
        return new Installation(folder, Path.of("target", "cache").toAbsolutePath());
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        return manifest;
    }
}
