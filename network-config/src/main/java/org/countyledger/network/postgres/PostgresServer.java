package org.countyledger.network.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.process.Port;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.process.Program;
import org.countyledger.network.settings.Database;

/** The county's own server: loopback only, with a password, in {@code data/postgres}. */
public final class PostgresServer {
    public static final String NAME = "postgres";

    private static final int STOP_LIMIT_SECONDS = 15;

    private final CountyDirectory county;
    private final Path programs;
    private final Unprivileged unprivileged;

    private PostgresServer(CountyDirectory county, Path programs, Unprivileged unprivileged) {
        this.county = county;
        this.programs = programs;
        this.unprivileged = unprivileged;
    }

    /** {@code cache} is where the programs are or will be unpacked; counties may share it. */
    public static PostgresServer of(CountyDirectory county, Path cache) {
        return new PostgresServer(county, cache.resolve("postgresql"), Unprivileged.choose());
    }

    private Path data() {
        return county.data().resolve("postgres");
    }

    /** Unpacks the programs where they are missing, and makes an empty server the first time. */
    public void initialize(Database owner) {
        PostgresBinaries.unpack(programs);
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        try {
            new PostgresSetup(county, unprivileged).make(data(), Path.of(program("initdb")), owner);
        } catch (IOException e) {
            throw new CountyException("PostgreSQL cannot be set up in " + data() + ": " + e.getMessage(), e);
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    public ProcessSpec spec(Port port, Database owner) {
        return new ProcessSpec(
                NAME,
                "PostgreSQL",
                new Program.Native(unprivileged.command(start(port))),
                unprivileged.command(stop()),
                List.of(port),
                () -> Databases.trouble(owner),
                Set.of());
    }

    private List<String> start(Port port) {
        Stream<String> settings = Stream.of(
                        "listen_addresses=" + port.host(),
                        "port=" + port.number(),
                        "unix_socket_directories=",
                        "shared_buffers=32MB",
                        "jit=off")
                .flatMap(setting -> Stream.of("-c", setting));
        return Stream.concat(Stream.of(program("postgres"), "-D", data().toString()), settings)
                .toList();
    }

    /** SIGTERM would wait for every client to leave. */
    private List<String> stop() {
        String limit = Integer.toString(STOP_LIMIT_SECONDS);
        return List.of(program("pg_ctl"), "stop", "-D", data().toString(), "-m", "fast", "-t", limit);
    }
}
