package org.countyledger.oracle.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.chaincode.CountyChaincode;
import org.countyledger.embedded.testing.ThrowawayNetwork;

/** Four organisations with the contract, a database, and an oracle: one start for all tests. */
public final class TestCounty implements AutoCloseable {
    /** May feed readings. */
    public static final String FEEDER = "EC2.ENV_INSPECTOR";

    private final Issuer issuer;
    private final ThrowawayNetwork network;
    private final EmbeddedPostgres database;
    private final CountyFiles files;
    private final Offices offices;
    private final Oracle oracle;
    private final String adapter;

    private TestCounty(Issuer issuer, ThrowawayNetwork network, EmbeddedPostgres database, CountyFiles files) {
        this.issuer = issuer;
        this.network = network;
        this.database = database;
        this.files = files;
        this.offices = new Offices(network, files);
        offices.found();
        this.adapter = offices.sensor(offices.adapterSpki());
        this.oracle = oracle("postgres");
    }

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
            CountyFiles files = new CountyFiles(Files.createTempDirectory("county"));
            files.write(network, issuer);
            return new TestCounty(issuer, network, database, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The oracle of all tests that need none of their own. */
    public Oracle oracle() {
        return oracle;
    }

    /** Another oracle, on the database of this name. */
    public Oracle oracle(String name) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", name),
                "--spring.datasource.username=postgres",
                "--county.channel=county",
                "--county.chaincode=county",
                "--county.owner=oracle-" + name,
                "--county.identities=" + files.identities(),
                "--county.subject=" + Officer.ORACLE_NODE.subject(),
                "--county.issuer.name=county-test",
                "--county.issuer.keys=" + files.issuerKeys(),
                "--county.oracle.adapter-key=" + files.adapterKey(),
                "--county.oracle.feeders[0]=" + FEEDER,
                "--county.oracle.settle=300ms",
                "--county.oracle.max-unpacked=2MB",
                "--springdoc.api-docs.enabled=true"));
        for (int i = 0; i < network.mspIds().size(); i++) {
            String mspId = network.mspIds().get(i);
            arguments.add("--county.peers[%d].organization=%s".formatted(i, mspId));
            arguments.add("--county.peers[%d].address=%s".formatted(i, network.gatewayAddress(mspId)));
            arguments.add("--county.peers[%d].tls-root=%s".formatted(i, files.tlsRoot(mspId)));
        }
        return new Oracle(arguments, issuer.token(FEEDER));
    }

    /** An empty database for an oracle of its own. */
    public void createDatabase(String name) {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement create = connection.createStatement()) {
            boolean unused = create.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Offices offices() {
        return offices;
    }

    public Issuer issuer() {
        return issuer;
    }

    /** Id of the adapter's sensor. */
    public String adapter() {
        return adapter;
    }

    /** A datastream that takes what the adapter brings. */
    public String station(Instant firstWindow) {
        return offices.datastream(firstWindow, List.of(adapter));
    }

    @Override
    public void close() throws IOException {
        oracle.close();
        offices.close();
        network.close();
        database.close();
    }
}
