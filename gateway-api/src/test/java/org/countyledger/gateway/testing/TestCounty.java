package org.countyledger.gateway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.countyledger.chaincode.CountyChaincode;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.gateway.GatewayApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four organisations with the contract, a database, and the gateway of all departments: one start for all tests. */
public final class TestCounty implements AutoCloseable {
    private final Issuer issuer;
    private final ThrowawayNetwork network;
    private final EmbeddedPostgres database;
    private final OpenIdServer provider;
    private final ConfigurableApplicationContext application;
    private final CountyFiles files;
    private final List<OtherGateway> others = new ArrayList<>();
    private final List<OtherGateway> further = new ArrayList<>();
    private final DepartmentSystems systems;
    private final Api api;
    private final List<String> arguments;

    private TestCounty(
            Issuer issuer,
            ThrowawayNetwork network,
            EmbeddedPostgres database,
            OpenIdServer provider,
            CountyFiles files,
            DepartmentSystems systems) {
        this.issuer = issuer;
        this.network = network;
        this.database = database;
        this.provider = provider;
        this.files = files;
        this.systems = systems;
        this.arguments = arguments(files, network, database, provider);
        this.application = application(
                Stream.concat(arguments.stream(), systems.arguments().stream()).toList());
        this.api = apiOf(application, issuer);
    }

    private static ConfigurableApplicationContext application(List<String> arguments) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(ReactorResourceFactory.class, TestCounty::ownThreads))
                .run(arguments.toArray(String[]::new));
    }

    /** Several gateways live in this process, and one that stops must not take the threads of the others along. */
    private static ReactorResourceFactory ownThreads() {
        ReactorResourceFactory threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        return threads;
    }

    private static Api apiOf(ConfigurableApplicationContext application, Issuer issuer) {
        return new Api(addressOf(application), issuer);
    }

    private static String addressOf(ConfigurableApplicationContext application) {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    /** A county that is founded as a demonstration. */
    static TestCounty start() {
        System.setProperty("reactor.netty.ioWorkerCount", "1");
        try {
            Issuer issuer = new Issuer("county-test");
            EmbeddedPostgres database = EmbeddedPostgres.builder().start();
            ThrowawayNetwork network = ThrowawayNetwork.builder()
                    .tls()
                    .chaincode(
                            "county", mspId -> new CountyChaincode("county", Clock.systemUTC(), Duration.ofMinutes(2)))
                    .start();
            OpenIdServer provider = new OpenIdServer();
            CountyFiles files = new CountyFiles(Files.createTempDirectory("county"));
            files.write(network, issuer);
            DepartmentSystems systems = new DepartmentSystems(Files.createTempDirectory("systems"));
            TestCounty county = new TestCounty(issuer, network, database, provider, files, systems);
            Founding.found(county.api);
            return county;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(
            CountyFiles files, ThrowawayNetwork network, EmbeddedPostgres database, OpenIdServer provider) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--county.channel=county",
                "--county.chaincode=county",
                "--county.owner=gateway-test",
                "--county.identities=" + files.identities(),
                "--county.inventory=" + files.inventory(),
                "--county.issuer.name=county-test",
                "--county.issuer.keys=" + files.issuerKeys(),
                "--county.oidc.issuer=" + provider.issuer(),
                "--county.limits.requests-per-second=100000",
                "--county.limits.burst=100000",
                "--county.limits.request-time=5s",
                "--county.streams.most-of-address=20",
                "--county.webhooks.targets=http://127.0.0.1:*",
                "--county.webhooks.first-pause=100ms",
                "--county.webhooks.failure-limit=4",
                "--springdoc.api-docs.enabled=true"));
        for (int i = 0; i < network.mspIds().size(); i++) {
            String mspId = network.mspIds().get(i);
            arguments.add("--county.peers[%d].organization=%s".formatted(i, mspId));
            arguments.add("--county.peers[%d].address=%s".formatted(i, network.gatewayAddress(mspId)));
            arguments.add("--county.peers[%d].tls-root=%s".formatted(i, files.tlsRoot(mspId)));
        }
        return List.copyOf(arguments);
    }

    public Api api() {
        return api;
    }

    /** Another gateway of the same organisations over the same ledger, with a database of its own. */
    private record OtherGateway(EmbeddedPostgres database, ConfigurableApplicationContext application)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            application.close();
            database.close();
        }
    }

    /** A further gateway with settings of its own, until it is closed. */
    public synchronized Api apiOfGatewayWith(String... settings) {
        try {
            EmbeddedPostgres own = EmbeddedPostgres.builder().start();
            List<String> all = new ArrayList<>(arguments(files, network, own, provider));
            for (String setting : settings) {
                String name = setting.substring(0, setting.indexOf('=') + 1);
                all.removeIf(given -> given.startsWith(name));
                all.add(setting);
            }
            further.add(new OtherGateway(own, application(all)));
            return apiOf(further.getLast().application(), issuer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of another gateway, which is started when it is first asked for. */
    public synchronized Api apiOfAnotherGateway() {
        if (others.isEmpty()) {
            try {
                EmbeddedPostgres own = EmbeddedPostgres.builder().start();
                others.add(new OtherGateway(own, application(arguments(files, network, own, provider))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return apiOf(others.getFirst().application(), issuer);
    }

    /** Stops that other gateway as a signal would, and starts it again over what it had stored, at another address. */
    public synchronized Api restartAnotherGateway() {
        Api unused = apiOfAnotherGateway();
        OtherGateway stopped = others.getFirst();
        stopped.application().close();
        others.set(
                0,
                new OtherGateway(
                        stopped.database(), application(arguments(files, network, stopped.database(), provider))));
        return apiOf(others.getFirst().application(), issuer);
    }

    /** The database of that other gateway. */
    public synchronized DataSource databaseOfAnotherGateway() {
        return others.getFirst().application().getBean(DataSource.class);
    }

    /** The gateway's own settings behind a word, as one of its programs takes them. */
    public String[] arguments(String task) {
        return Stream.concat(Stream.of(task), arguments.stream()).toArray(String[]::new);
    }

    /** Of the gateway, without a path. */
    public String address() {
        return addressOf(application);
    }

    public Issuer issuer() {
        return issuer;
    }

    public OpenIdServer provider() {
        return provider;
    }

    public DepartmentSystems systems() {
        return systems;
    }

    /** The client of an officer who keeps the key. */
    public OwnKeyClient ownKeyClient(Officer officer) {
        return new OwnKeyClient(api, officer, files.key(officer));
    }

    public ThrowawayNetwork network() {
        return network;
    }

    /** Whether these bytes stand anywhere in any block. */
    public boolean chainContains(byte[] bytes) {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        BlockStore blocks = network.ledger().blocks();
        return LongStream.range(0, blocks.chainInfo().getHeight())
                .mapToObj(blocks::block)
                .flatMap(Optional::stream)
                .anyMatch(block -> block.toByteString()
                        .toString(StandardCharsets.ISO_8859_1)
                        .contains(wanted));
    }

    /** Whether this text stands in any row of any table of the gateway's database. */
    public boolean databaseContains(String text) {
        JdbcClient jdbc = JdbcClient.create(database());
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .anyMatch(table ->
                        jdbc.sql("select count(*) from \"" + table + "\" t where strpos(row_to_json(t)::text, ?) > 0")
                                        .param(text)
                                        .query(Long.class)
                                        .single()
                                > 0);
    }

    public DataSource database() {
        return application.getBean(DataSource.class);
    }

    @Override
    public void close() throws IOException {
        for (OtherGateway other : others) {
            other.close();
        }
        for (OtherGateway other : further) {
            other.close();
        }
        application.close();
        network.close();
        database.close();
        provider.close();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
