package org.countyledger.risk.scorer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.chaincode.CountyChaincode;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four organisations with the contract, and a database for scorers. */
final class TestCounty implements AutoCloseable {
    private static final String WATCHER = "watcher";

    private final ThrowawayNetwork network;
    private final EmbeddedPostgres database;
    private final CountyFiles files;
    private final Offices offices;

    TestCounty(Path directory) {
        try {
            this.database = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.network = ThrowawayNetwork.builder()
                .tls()
                .chaincode("county", mspId -> new CountyChaincode("county", Clock.systemUTC(), Duration.ofMinutes(2)))
                .start();
        this.files = new CountyFiles(directory);
        files.write(network);
        this.offices = new Offices(network, files);
        offices.found();
    }

    Offices offices() {
        return offices;
    }

    CountyFiles files() {
        return files;
    }

    /** What the scorers have stored. */
    JdbcClient rows() {
        return JdbcClient.create(database.getPostgresDatabase());
    }

    /** What the second watch has stored. */
    JdbcClient watchedRows() {
        return JdbcClient.create(database.getDatabase("postgres", WATCHER));
    }

    String log() {
        try {
            return Files.readString(files.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new process on the same database. */
    ScorerProcess scorer() {
        return scorer(Officer.SCORING_NODE, "postgres");
    }

    /** The scoring node of another organisation, which only watches, on a database of its own. */
    ScorerProcess watcher() {
        rows().sql("create database " + WATCHER).update();
        return scorer(Officer.WATCHING_NODE, WATCHER);
    }

    private ScorerProcess scorer(Officer node, String databaseName) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", databaseName),
                "--spring.datasource.username=postgres",
                "--county.channel=county",
                "--county.chaincode=county",
                "--county.owner=" + node.subject(),
                "--county.identities=" + files.identities(),
                "--county.subject=" + node.subject(),
                "--county.models=" + files.models(),
                "--county.drift-look=1s",
                "--county.outcome-look=1s"));
        List<String> mspIds = List.of("GovernanceMSP", "AuditMSP");
        for (int i = 0; i < mspIds.size(); i++) {
            String mspId = mspIds.get(i);
            arguments.add("--county.peers[%d].organization=%s".formatted(i, mspId));
            arguments.add("--county.peers[%d].address=%s".formatted(i, network.gatewayAddress(mspId)));
            arguments.add("--county.peers[%d].tls-root=%s".formatted(i, files.tlsRoot(mspId)));
        }
        return new ScorerProcess(arguments, freePort(), files.log());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        offices.close();
        network.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
