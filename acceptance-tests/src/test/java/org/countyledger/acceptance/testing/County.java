package org.countyledger.acceptance.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A county of its own directory and ports, reached as anybody reaches it. */
public final class County implements AutoCloseable {
    public static final String CHANNEL = "county";
    public static final String CHAINCODE = "county";
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> ORGANIZATIONS =
            List.of("CivilAffairsMSP", "GovernanceMSP", "EcologyMSP", "AuditMSP");

    private final Path directory;
    private final int portBase = Ports.base();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private County(Path directory) {
        this.directory = directory;
    }

    /** A place for a county, where there is none yet. */
    public static County inNewDirectory(String name) {
        try {
            return new County(Files.createTempDirectory("acceptance-").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    public Api gateway() {
        return new Api(portBase);
    }

    public Api oracle() {
        return new Api(portBase + 1);
    }

    public int portBase() {
        return portBase;
    }

    public List<String> organizations() {
        return ORGANIZATIONS;
    }

    /** Names of the processes of the ledger below. */
    public List<String> ledgerNodes() {
        return Ledger.HERE.nodes(ORGANIZATIONS);
    }

    /** The first file of the ledger's blocks. */
    public Path blocks() {
        return Ledger.HERE.blocks(this);
    }

    /** Below which an organisation keeps what others must not have: a file or a folder. */
    public Path privateStore(String mspId) {
        return Ledger.HERE.privateStore(this, mspId);
    }

    /** Port of an organisation's peer: after the three services come peer, orderer and chaincode of each. */
    public int peerPort(String mspId) {
        return portBase + 3 + 3 * ORGANIZATIONS.indexOf(mspId);
    }

    /** Runs the county command on this county. */
    public CountyCommand.Outcome run(String... arguments) {
        return CountyCommand.run(Stream.concat(Stream.of(arguments), Stream.of("--dir", directory.toString()))
                .toArray(String[]::new));
    }

    /** Runs a command that starts it. */
    public CountyCommand.Outcome start(String command) {
        return run(Stream.concat(
                        Stream.of(command, "--port-base", Integer.toString(portBase)), Ledger.HERE.options().stream())
                .toArray(String[]::new));
    }

    /** An officer by the token that the county command gives out. */
    public Officer officer(String department, String role, String staff) {
        String token = tokens.computeIfAbsent(
                staff + role,
                unused -> run("token", "--department", department, "--role", role, "--officer", staff)
                        .expect(0)
                        .out()
                        .strip());
        return new Officer(gateway(), staff, token);
    }

    /** Process id of one of its processes. */
    public ProcessHandle process(String name) {
        try {
            String file = Files.readString(directory.resolve("run").resolve(name + ".pid"));
            return ProcessHandle.of(Json.read(file).path("pid").asLong()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all its processes printed, by name of the process. */
    public Map<String, String> logs() {
        try (Stream<Path> files = Files.list(directory.resolve("log"))) {
            return files.collect(Collectors.toMap(file -> String.valueOf(file.getFileName()), County::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes everything away, whatever became of the tests. */
    @Override
    public void close() {
        if (Files.exists(directory.resolve("county.json"))) {
            run("down", "--purge").expect(0);
        }
        try {
            Files.deleteIfExists(directory.resolveSibling("." + directory.getFileName() + ".lock"));
            Files.deleteIfExists(directory.resolve("..").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
