package org.countyledger.network.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.countyledger.network.CountyException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked once from the library that brings them. */
final class PostgresBinaries {
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {}

    /** Makes the folder with {@code bin/} and the rest, unless it is there. */
    static void unpack(Path folder) {
        if (Files.isExecutable(folder.resolve("bin/postgres"))) {
            return;
        }
        try (InputStream archive = open()) {
            Path cache = Files.createDirectories(Objects.requireNonNull(folder.getParent()));
            Path fresh = Files.createTempDirectory(cache, "postgresql-", PosixFilePermissions.asFileAttribute(PROGRAM));
            unpack(archive, fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CountyException("PostgreSQL cannot be unpacked into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open() {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
                        ? "linux"
                        : System.getProperty("os.name", "");
        String machine = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        @Nullable
        InputStream archive =
                PostgresBinaries.class.getResourceAsStream("/postgres-" + system + "-" + machine + ".txz");
        if (archive == null) {
            throw new CountyException("No PostgreSQL comes along for " + system + " on " + machine
                    + ": start one yourself and give it with --database-url jdbc:postgresql://HOST:PORT/");
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, folder);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(entry.getName() + " leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(folder.resolve(target).getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PROGRAM);
            }
        }
    }
}
