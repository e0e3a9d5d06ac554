package org.countyledger.network.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderTest {
    @TempDir
    private Path folder;

    private ProcessControl control = new ProcessControl(new CountyDirectory(Path.of("")));
    private final List<String> answered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void makeDirectories() throws IOException {
        CountyDirectory county = new CountyDirectory(folder);
        control = new ProcessControl(county);
        PrivateFiles.directory(county.run());
        PrivateFiles.directory(county.log());
    }

    @AfterEach
    void stopWhatRuns() {
        new Shutdown(control).stop(List.of(sleeper("database"), sleeper("ledger"), sleeper("service")));
    }

    @Test
    void aProcessIsStartedOnlyWhenThoseItBuildsOnHaveAnswered() {
        start(List.of(sleeper("database"), sleeper("ledger"), sleeper("service", "database", "ledger")));

        assertThat(answered).hasSize(3).last().isEqualTo("service");
    }

    @Test
    void whatBuildsOnAFailedProcessIsNotStarted() {
        ProcessSpec failing = new ProcessSpec(
                "ledger",
                "ledger",
                new Program.Native(List.of("false")),
                List.of(),
                List.of(),
                () -> Optional.of("not there"),
                Set.of());

        assertThatThrownBy(() -> start(List.of(sleeper("database"), failing, sleeper("service", "ledger"))))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("ledger ended before it answered");
        assertThat(answered).containsExactly("database");
    }

    @Test
    void whatOthersBuildOnIsStoppedLast() {
        List<ProcessSpec> specs = List.of(sleeper("database"), sleeper("service", "database"));
        start(specs);

        assertThat(new Shutdown(control).stop(specs)).containsExactly("service", "database");
    }

    private void start(List<ProcessSpec> specs) {
        new Startup(control, (spec, took) -> answered.add(spec.name())).start(specs);
    }

    private static ProcessSpec sleeper(String name, String... after) {
        return new ProcessSpec(
                name,
                name,
                new Program.Native(List.of("sleep", "60")),
                List.of(),
                List.of(),
                Optional::empty,
                Set.of(after));
    }
}
