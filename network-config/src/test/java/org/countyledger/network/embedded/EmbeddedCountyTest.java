package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.ledger.ChainReplay;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.postgres.DatabaseFile;
import org.countyledger.network.process.ProcessStatus;
import org.countyledger.network.settings.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One county's life with a real PostgreSQL and a real ledger process. */
@TestMethodOrder(OrderAnnotation.class)
final class EmbeddedCountyTest {
    @TempDir
    private static Path folder;

    private static Optional<Installation> installation = Optional.empty();
    private static CountyDirectory directory = new CountyDirectory(Path.of(""));

    @BeforeAll
    static void makeTheCountyAndStartIt() throws IOException {
        installation = Optional.of(Checkout.in(folder.resolve("checkout")));
        directory = new CountyDirectory(folder.resolve("counties/first"));
        CountyStart.Request request = new CountyStart.Request(
                directory,
                Purpose.LEGAL,
                Optional.empty(),
                Optional.of(FreePorts.base()),
                Optional.empty(),
                LedgerChoice.ANY,
                new Selection(Set.of("postgres", "ledger")));
        start().start(request, CountySetup.NONE);
    }

    @AfterAll
    static void stopIt() {
        if (directory.county().isPresent()) {
            county().stop();
        }
    }

    @Test
    @Order(1)
    void itsProcessesAnswerAndTheLedgerTellsItsHeight() {
        assertThat(county().status())
                .filteredOn(process -> process.state() == ProcessStatus.State.UP)
                .extracting(ProcessStatus::name)
                .containsExactly("postgres", "ledger");
        assertThat(county().height()).hasValue(2);
    }

    @Test
    @Order(1)
    void allDatabasesAreThere() throws SQLException {
        Database server = DatabaseFile.read(directory)
                .orElseThrow()
                .database(county().inventory().services());

        for (String name : List.of("gateway", "oracle", "scorer")) {
            try (Connection connection =
                    DriverManager.getConnection(server.url(name), server.username(), server.password())) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    @Order(1)
    void nobodyGetsIntoADatabaseWithoutThePassword() {
        Database server = DatabaseFile.read(directory)
                .orElseThrow()
                .database(county().inventory().services());

        assertThatThrownBy(() -> DriverManager.getConnection(server.url("gateway"), server.username(), "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    @Order(1)
    void itCannotBecomeADemonstration() {
        assertThatThrownBy(() -> start().start(CountyStart.Request.of(directory, Purpose.DEMO), CountySetup.NONE))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("is a county under the law's periods and can never become a demonstration");
    }

    @Test
    @Order(1)
    void itsPortsCannotChangeWhileItRuns() {
        CountyStart.Request moved = new CountyStart.Request(
                directory,
                Purpose.LEGAL,
                Optional.empty(),
                Optional.of(40_000),
                Optional.empty(),
                LedgerChoice.ANY,
                Selection.EVERYTHING);

        assertThatThrownBy(() -> start().start(moved, CountySetup.NONE)).hasMessageContaining("county down first");
    }

    @Test
    @Order(2)
    void startingAgainKeepsWhatRunsAndRestartsWhatDied() {
        ProcessHandle ledger = ProcessHandle.of(pid("ledger")).orElseThrow();
        long postgres = pid("postgres");
        ledger.destroyForcibly();
        ledger.onExit().join();

        start().start(again(), CountySetup.NONE);

        assertThat(pid("postgres")).isEqualTo(postgres);
        assertThat(pid("ledger")).isNotEqualTo(ledger.pid());
        assertThat(county().height()).as("the blocks are kept").hasValue(2);
    }

    @Test
    @Order(3)
    void itsOwnBlocksAreReplayedWithoutADifference() throws IOException {
        Path blocks = directory.ledgerData().resolve("channel/county/blocks_000000");

        assertThat(ChainReplay.run(blocks, ChainReplay.Progress.NONE).agrees()).isTrue();
    }

    @Test
    @Order(4)
    void purgingTakesEverythingAway() throws IOException {
        assertThat(county().purge()).containsExactlyInAnyOrder("postgres", "ledger");

        try (var left = Files.list(folder.resolve("counties"))) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactly(".first.lock");
        }
    }

    private static CountyStart.Request again() {
        return new CountyStart.Request(
                directory,
                Purpose.LEGAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerChoice.ANY,
                new Selection(Set.of("postgres", "ledger")));
    }

    private static CountyStart start() {
        return new CountyStart(installation.orElseThrow(), (spec, took) -> {});
    }

    private static LocalCounty county() {
        return LocalCounty.open(directory, installation.orElseThrow());
    }

    private static long pid(String name) {
        return county().status().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow()
                .pid()
                .orElseThrow();
    }
}
