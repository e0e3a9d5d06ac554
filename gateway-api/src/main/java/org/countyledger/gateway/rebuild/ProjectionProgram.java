package org.countyledger.gateway.rebuild;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.domain.CountyTables;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.projection.Projector;
import org.countyledger.gateway.projection.TimedRows;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code rebuild} or {@code verify}, then the gateway's own settings ({@code county projection} runs it). Exit code 0 only
 * when it was rebuilt, or is found to agree with the chain.
 */
@EnableConfigurationProperties(CountySettings.class)
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
public final class ProjectionProgram {
    private static final Map<String, Object> QUIET = Map.of("logging.level.root", "warn");

    private ProjectionProgram() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** What {@link #main} does, without ending the process. */
    @SuppressWarnings("SystemOut") // its output is its purpose
    public static int run(String[] arguments) {
        String task = arguments.length == 0 ? "" : arguments[0];
        SpringApplication application = new SpringApplication(ProjectionProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(QUIET);
        String[] settings = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        try (ConfigurableApplicationContext context = application.run(settings);
                LedgerClient client = client(context.getBean(CountySettings.class))) {
            return run(task, context, client);
        } catch (RebuildException | LedgerException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int run(String task, ConfigurableApplicationContext context, LedgerClient client) {
        DataSource database = context.getBean(DataSource.class);
        Projector projector = new Projector(context.getBean(CountySettings.class), new TimedRows(CountyTables.all()));
        return switch (task) {
            case "rebuild" -> rebuild(new Rebuild(client, database, projector));
            case "verify" -> verify(new Verification(client, database, projector));
            default -> throw new RebuildException("rebuild or verify is expected, found " + task);
        };
    }

    private static int rebuild(Rebuild rebuild) {
        Rebuild.Done done = rebuild.run();
        System.out.printf(
                "Rebuilt up to block %d: %d transactions in %.1f s, %d transactions/s%n",
                done.block(), done.transactions(), done.took().toMillis() / 1000.0, done.transactionsPerSecond());
        return 0;
    }

    private static int verify(Verification verification) {
        Verification.Outcome outcome = verification.run();
        outcome.difference()
                .ifPresentOrElse(
                        difference -> System.out.println("First difference: " + difference.sentence()),
                        () -> System.out.printf(
                                "The projection agrees with the chain up to block %d: %d rows%n",
                                outcome.block(), outcome.rows()));
        return outcome.difference().isPresent() ? 1 : 0;
    }

    /** Nothing is submitted, so no operation is kept. */
    private static LedgerClient client(CountySettings settings) {
        return LedgerClient.open(
                LedgerSettings.of(settings.channel(), settings.chaincode(), settings.owner() + "-rebuild"),
                settings.addresses().stream().map(Peer::connect).toList(),
                ClientIdentities.load(settings.identities()),
                new InMemoryOperationStore());
    }
}
