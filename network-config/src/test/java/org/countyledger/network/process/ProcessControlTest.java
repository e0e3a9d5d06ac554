package org.countyledger.network.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessControlTest {
    @TempDir
    private Path folder;

    private CountyDirectory county = new CountyDirectory(Path.of(""));
    private ProcessControl control = new ProcessControl(county);
    private final List<ProcessSpec> started = new ArrayList<>();

    @BeforeEach
    void makeDirectories() throws IOException {
        county = new CountyDirectory(folder);
        control = new ProcessControl(county, Duration.ofMillis(300));
        PrivateFiles.directory(county.run());
        PrivateFiles.directory(county.log());
    }

    @AfterEach
    void stopWhatRuns() {
        started.forEach(control::stop);
    }

    @Test
    void aProcessIsFoundAgainByWhoeverLooksLater() throws IOException {
        ProcessSpec server = server("server");
        control.start(server);

        ProcessStatus status = new ProcessControl(county).status(server);

        assertThat(status.state()).isEqualTo(ProcessStatus.State.UP);
        assertThat(status.memoryBytes()).isPresent();
        assertThat(Files.readString(county.log().resolve("server.log"))).contains("listening on");
    }

    @Test
    void whatRunsIsKept() throws IOException {
        ProcessSpec server = server("server");
        control.start(server);
        long first = control.status(server).pid().orElseThrow();

        control.start(server);

        assertThat(control.status(server).pid()).hasValue(first);
    }

    @Test
    void whatDiedIsToldFromWhatWasStoppedAndIsStartedAgain() throws IOException {
        ProcessSpec server = server("server");
        control.start(server);
        kill(control.status(server).pid().orElseThrow());
        assertThat(control.status(server).state()).isEqualTo(ProcessStatus.State.DIED);

        control.start(server);
        assertThat(control.status(server).state()).isEqualTo(ProcessStatus.State.UP);

        assertThat(control.stop(server)).isTrue();
        assertThat(control.status(server).state()).isEqualTo(ProcessStatus.State.DOWN);
        assertThat(control.stop(server)).isFalse();
    }

    @Test
    void aStubbornProcessIsEndedByForce() throws IOException {
        ProcessSpec server = server("server", "stubborn");
        control.start(server);
        ProcessHandle process =
                ProcessHandle.of(control.status(server).pid().orElseThrow()).orElseThrow();

        control.stop(server);

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aPidThatNowBelongsToSomebodyElseIsLeftAlone() throws IOException {
        ProcessSpec server = server("server");
        Files.writeString(
                county.run().resolve("server.pid"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"startedAtMillis\":1000}");

        assertThat(control.isRunning(server)).isFalse();
        assertThat(control.stop(server)).isFalse();
    }

    @Test
    void aProgramThatEndsAtOnceIsReportedWithItsLastWords() {
        ProcessSpec failing = spec("server", List.of("fail"), List.of(new Port("127.0.0.1", 1, "nowhere")));

        assertThatThrownBy(() -> control.start(failing))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("server ended before it answered")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void aTakenPortIsNamedWithWhoeverNeedsItAndWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Port port = new Port("127.0.0.1", other.getLocalPort(), "services.oraclePort");
            ProcessSpec server = spec("server", List.of(), List.of(port));

            assertThatThrownBy(() -> control.checkPorts(List.of(server)))
                    .isInstanceOf(CountyException.class)
                    .hasMessageContaining(
                            port + " is taken by another program, but server needs it" + " (services.oraclePort")
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void itsOwnPortIsNotTakenByAnother() throws IOException {
        ProcessSpec server = server("server");
        control.start(server);

        control.checkPorts(List.of(server));
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private ProcessSpec server(String name, String... more) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(port)));
        arguments.addAll(List.of(more));
        return spec(name, arguments, List.of(new Port("127.0.0.1", port, "test")));
    }

    private ProcessSpec spec(String name, List<String> arguments, List<Port> ports) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                "org.countyledger.network.process.FakeServer"));
        words.addAll(arguments);
        ProcessSpec spec = new ProcessSpec(
                name, name, new Program.Native(words), List.of(), ports, Probe.listening(ports), Set.of());
        started.add(spec);
        return spec;
    }
}
