package org.countyledger.network.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.settings.Database;

/** Makes the data directory of a new server. */
final class PostgresSetup {
    private static final int LIMIT_SECONDS = 120;

    private final CountyDirectory county;
    private final Unprivileged unprivileged;

    PostgresSetup(CountyDirectory county, Unprivileged unprivileged) {
        this.county = county;
        this.unprivileged = unprivileged;
    }

    /** The owner's password goes by a file, because everybody can read command lines. */
    void make(Path data, Path initdb, Database owner) throws IOException {
        PrivateFiles.directory(county.data());
        if (unprivileged.user().isPresent()) {
            Files.setPosixFilePermissions(county.data(), PosixFilePermissions.fromString("rwx--x--x"));
        }
        PrivateFiles.directory(data);
        unprivileged.own(data);
        Path password = county.data().resolve("postgres.password");
        PrivateFiles.write(password, owner.password().getBytes(StandardCharsets.UTF_8));
        unprivileged.own(password);
        run(List.of(
                initdb.toString(),
                "--pgdata=" + data,
                "--username=" + owner.username(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        Files.delete(password);
    }

    private void run(List<String> initdb) throws IOException {
        Path log = county.log().resolve(PostgresServer.NAME + ".log");
        Process process = new ProcessBuilder(unprivileged.command(initdb))
                .directory(county.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("initdb failed, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
