package org.countyledger.network.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.embedded.CountySetup;
import org.countyledger.network.embedded.CountyStart;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.embedded.Selection;
import org.countyledger.network.settings.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that starts a county takes. */
final class StartOptions {
    private static final String PASSWORD_VARIABLE = "COUNTY_DATABASE_PASSWORD";
    private static final String JDBC = "jdbc:";

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Use consecutive ports from N on instead of the inventory's.")
    private Optional<Integer> portBase = Optional.empty();

    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            description = "Make the county of this inventory instead of the bundled one.")
    private Optional<Path> inventory = Optional.empty();

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "Use this PostgreSQL server: jdbc:postgresql://USER@HOST:PORT/",
                "Its password is taken from " + PASSWORD_VARIABLE + "."
            })
    private Optional<URI> databaseUrl = Optional.empty();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Option(names = "--only", split = ",", hidden = true, description = "Start these processes only.")
    private Set<String> only = Set.of();

    /** Starts the county of this purpose, making it if it is not there, and says what runs. */
    RunningCounty start(Purpose purpose, CountySetup setup, Terminal terminal) {
        long began = System.nanoTime();
        RunningCounty county = new CountyStart(directory.installation(), terminal::done).start(request(purpose), setup);
        terminal.up(county, Duration.ofNanos(System.nanoTime() - began));
        return county;
    }

    CountyStart.Request request(Purpose purpose) {
        return new CountyStart.Request(
                directory.of(purpose),
                purpose,
                inventory,
                portBase,
                databaseUrl.map(StartOptions::database),
                ledger.choice(),
                new Selection(only));
    }

    private static Database database(URI url) {
        try {
            URI inner =
                    URI.create(url.toString().startsWith(JDBC) ? url.toString().substring(JDBC.length()) : "");
            String user = Optional.ofNullable(inner.getUserInfo()).orElse("postgres");
            int port = inner.getPort() < 0 ? 5432 : inner.getPort();
            String password =
                    Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).orElse("");
            return new Database(JDBC + inner.getScheme() + "://" + inner.getHost() + ":" + port + "/", user, password);
        } catch (IllegalArgumentException e) {
            throw new CountyException("--database-url must be jdbc:postgresql://USER@HOST:PORT/ but is " + url, e);
        }
    }
}
