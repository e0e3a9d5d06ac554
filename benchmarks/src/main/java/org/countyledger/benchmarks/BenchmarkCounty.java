package org.countyledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countyledger.network.api.Pause;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.embedded.CountyStart;
import org.countyledger.network.embedded.Installation;
import org.countyledger.network.embedded.LedgerChoice;
import org.countyledger.network.embedded.LocalCounty;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.embedded.Selection;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.process.ProcessStatus;
import org.countyledger.network.setup.Bootstrap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A county of its own with one more chaincode on its ledger; goes when it is closed. */
final class BenchmarkCounty implements AutoCloseable {
    static final String PUT = "put";
    private static final String PACKAGE_ID = "put_1:" + "0".repeat(64);
    private static final int PORTS_FROM = 23000;
    private static final int PUT_PORTS_FROM = 23100;
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Installation installation;
    private final CountyDirectory directory;
    private final RunningCounty county;
    private final Duration made;
    private final List<Process> own = new ArrayList<>();
    private final Processes processes = new Processes();

    private BenchmarkCounty(Installation installation, CountyDirectory directory) {
        this.installation = installation;
        this.directory = directory;
        long began = System.nanoTime();
        this.county = new CountyStart(installation, (spec, took) -> {}).start(request(directory), new Bootstrap());
        this.made = Duration.ofNanos(System.nanoTime() - began);
    }

    private static CountyStart.Request request(CountyDirectory directory) {
        return new CountyStart.Request(
                directory,
                Purpose.LEGAL,
                Optional.empty(),
                Optional.of(PORTS_FROM),
                Optional.empty(),
                LedgerChoice.ANY,
                Selection.EVERYTHING);
    }

    static BenchmarkCounty start() {
        Installation installation = Installation.ofThisProgram();
        CountyDirectory directory = new CountyDirectory(installation.counties().resolve("benchmark"));
        directory.county().ifPresent(old -> remove(directory, installation));
        return new BenchmarkCounty(installation, directory);
    }

    private static void remove(CountyDirectory directory, Installation installation) {
        LocalCounty old = LocalCounty.open(directory, installation);
        List<String> unused = old.stop();
        old.purge();
    }

    RunningCounty county() {
        return county;
    }

    /** The block file of its ledger. */
    Path blocks() {
        return LocalCounty.open(directory, installation).blocks();
    }

    /** From nothing to a county in which everybody can work. */
    Duration made() {
        return made;
    }

    Processes processes() {
        return processes;
    }

    /**
     * Starts one contract and then the ledger again, each with nothing else starting beside it; the ledger now has the
     * chaincode {@link #PUT} beside ours. Says how long each took until its port was open.
     */
    Map<String, Duration> addPut() {
        List<Organization> organizations = county.inventory().organizations();
        String contract = "chaincode-" + organizations.getFirst().mspId();
        for (ProcessStatus status : county.processes()) {
            status.pid().ifPresent(pid -> take(status.name(), pid, Set.of("ledger", contract)));
        }
        for (int i = 0; i < organizations.size(); i++) {
            own.add(startPut(organizations.get(i), PUT_PORTS_FROM + i));
            awaitPort(PUT_PORTS_FROM + i);
            processes.add("put " + organizations.get(i).mspId(), own.get(i).pid());
        }
        define(organizations);
        Map<String, Duration> alone = new LinkedHashMap<>();
        alone.put(contract, again(contract, organizations.getFirst().chaincodePort()));
        alone.put("ledger", again("ledger", organizations.getLast().peerPort()));
        return alone;
    }

    private void take(String name, long pid, Set<String> ended) {
        if (ended.contains(name)) {
            ProcessHandle.of(pid).ifPresent(BenchmarkCounty::end);
        } else {
            processes.add(name, pid);
        }
    }

    private Duration again(String name, int port) {
        long began = System.nanoTime();
        Process process = start(List.of(java(), "@" + directory.run().resolve(name + ".args")), name);
        own.add(process);
        processes.add(name, process.pid());
        awaitPort(port);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void end(ProcessHandle handle) {
        boolean unused = handle.destroy();
        handle.onExit().join();
    }

    private Process startPut(Organization organization, int port) {
        Path tls = tls(organization, "chaincode");
        return start(
                List.of(
                        java(),
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        installation
                                .root()
                                .resolve("benchmarks/target/benchmarks.jar")
                                .toString(),
                        PutChaincodeMain.class.getName(),
                        PACKAGE_ID,
                        Integer.toString(port),
                        tls.resolve("cert.pem").toString(),
                        tls.resolve("key.pem").toString(),
                        tls.resolve("ca.pem").toString()),
                PUT + "-" + organization.mspId());
    }

    private Path tls(Organization organization, String node) {
        OrganizationDirectory of = directory.organization(organization.mspId());
        return of.nodeTls(node);
    }

    private void define(List<Organization> organizations) {
        Path file = directory.run().resolve("ledger.json");
        try {
            ObjectNode settings = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
            ArrayNode chaincodes = (ArrayNode) settings.get("chaincodes");
            ObjectNode put = (ObjectNode) chaincodes.get(0).deepCopy();
            put.put("name", PUT).put("packageId", PACKAGE_ID);
            ArrayNode endpoints = (ArrayNode) put.get("endpoints");
            for (int i = 0; i < organizations.size(); i++) {
                ((ObjectNode) endpoints.get(i)).put("address", "127.0.0.1:" + (PUT_PORTS_FROM + i));
            }
            chaincodes.add(put);
            Files.write(file, JSON.writeValueAsBytes(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(List<String> command, String name) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory
                            .root()
                            .resolve("log")
                            .resolve("benchmark-" + name + ".log")
                            .toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void awaitPort(int port) {
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                Pause.forAWhile(Duration.ofMillis(10));
            }
        }
        throw new IllegalStateException("nothing listens on port " + port);
    }

    @Override
    public void close() {
        own.forEach(process -> end(process.toHandle()));
        remove(directory, installation);
    }
}
