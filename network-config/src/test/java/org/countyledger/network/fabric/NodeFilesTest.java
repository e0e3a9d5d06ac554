package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.countyledger.network.inventory.Organization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What peers and orderers read. */
final class NodeFilesTest {
    @TempDir
    private static Path folder;

    private Path run = Path.of("");

    @BeforeEach
    void render() throws IOException {
        TestCounty county = TestCounty.in(folder);
        FabricFiles files = new FabricFiles(county.directory());
        run = county.directory().run().resolve("fabric");
        for (Organization organization : county.inventory().organizations()) {
            new PeerSettings(files, organization).write();
            new OrdererSettings(files, organization).write();
        }
    }

    @Test
    void aPeerListensWhereTheInventorySaysAndKeepsHistory() {
        JsonNode core =
                new YAMLMapper().readTree(run.resolve("AuditMSP/peer/core.yaml").toFile());

        assertThat(core.at("/peer/listenAddress").stringValue()).isEqualTo("127.0.0.1:7081");
        assertThat(core.at("/peer/gossip/externalEndpoint").stringValue()).isEqualTo("127.0.0.1:7081");
        assertThat(core.at("/operations/listenAddress").stringValue()).isEqualTo("127.0.0.1:9473");
        assertThat(core.at("/ledger/history/enableHistoryDatabase").booleanValue())
                .isTrue();
        assertThat(core.at("/ledger/state/stateDatabase").stringValue()).isEqualTo("goleveldb");
        assertThat(core.at("/vm/endpoint").stringValue()).isEmpty();
    }

    @Test
    void anOrdererTakesOrdersOnlyOverMutualTls() {
        JsonNode orderer = new YAMLMapper()
                .readTree(run.resolve("AuditMSP/orderer/orderer.yaml").toFile());

        assertThat(orderer.at("/Admin/ListenAddress").stringValue()).isEqualTo("127.0.0.1:9474");
        assertThat(orderer.at("/Admin/TLS/ClientAuthRequired").booleanValue()).isTrue();
        assertThat(orderer.at("/Admin/TLS/ClientRootCAs/0").stringValue())
                .isEqualTo(folder.resolve("crypto/AuditMSP/orderer/tls/ca.pem").toString());
    }

    @Test
    void aPeerAndItsContractShowEachOtherCertificates() {
        JsonNode connection = new JsonMapper()
                .readTree(run.resolve("EcologyMSP/peer/connection.json").toFile());

        assertThat(connection.get("address").stringValue()).isEqualTo("127.0.0.1:9071");
        assertThat(connection.get("tls_required").booleanValue()).isTrue();
        assertThat(connection.get("client_auth_required").booleanValue()).isTrue();
        assertThat(connection.get("client_key").stringValue()).contains("PRIVATE KEY");
    }

    @Test
    void nobodyElseMayReadAnyOfThem() throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }
}
