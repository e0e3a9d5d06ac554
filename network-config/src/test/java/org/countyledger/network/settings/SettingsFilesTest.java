package org.countyledger.network.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.inventory.Organization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class SettingsFilesTest {
    private static final Inventory INVENTORY = InventoryFile.parse(InventoryFile.bundled(), "bundled");
    private static final Database DATABASE = new Database("jdbc:postgresql://127.0.0.1:5433/", "county", "secret");

    @TempDir
    private Path folder;

    private SettingsFiles files = new SettingsFiles(new CountyDirectory(Path.of("")));

    @BeforeEach
    void write() throws IOException {
        CountyDirectory county = new CountyDirectory(folder);
        for (Organization organization : INVENTORY.organizations()) {
            Files.createDirectories(county.organization(organization.mspId()).nodeMsp("peer"));
        }
        files = new SettingsFiles(county);
        files.write(INVENTORY, DATABASE);
    }

    @Test
    void theLedgerGetsAllOrganizationsAndOneChaincodeOfTwoEndorsers() {
        JsonNode ledger = new JsonMapper().readTree(files.ledger().toFile());

        assertThat(ledger.get("organizations").size()).isEqualTo(4);
        assertThat(ledger.get("directory").stringValue())
                .isEqualTo(folder.resolve("data/ledger").toString());
        assertThat(ledger.at("/chaincodes/0/policy").stringValue())
                .isEqualTo(
                        "OutOf(2, 'CivilAffairsMSP.peer', 'GovernanceMSP.peer', 'EcologyMSP.peer', 'AuditMSP.peer')");
        assertThat(ledger.at("/chaincodes/0/endpoints/3/address").stringValue()).isEqualTo("127.0.0.1:9081");
    }

    @Test
    void everyChaincodeProcessIsKnownToTheLedgerByTheSamePackage() {
        JsonNode ledger = new JsonMapper().readTree(files.ledger().toFile());
        JsonNode chaincode =
                new JsonMapper().readTree(files.chaincode("AuditMSP").toFile());

        assertThat(chaincode.get("packageId")).isEqualTo(ledger.at("/chaincodes/0/packageId"));
        assertThat(chaincode.get("packageId").stringValue()).matches("county_1:[0-9a-f]{64}");
        assertThat(chaincode.get("port").intValue()).isEqualTo(9081);
        assertThat(chaincode.get("clockToleranceSeconds").intValue()).isEqualTo(120);
    }

    @Test
    void theGatewayTriesPeersInTheInventorysOrder() {
        JsonNode gateway = new YAMLMapper().readTree(files.gateway().toFile());

        assertThat(gateway.at("/server/port").intValue()).isEqualTo(8080);
        assertThat(gateway.at("/spring/datasource/url").stringValue())
                .isEqualTo("jdbc:postgresql://127.0.0.1:5433/gateway");
        assertThat(organizations(gateway))
                .containsExactly("CivilAffairsMSP", "GovernanceMSP", "EcologyMSP", "AuditMSP");
        assertThat(gateway.at("/county/peers/0/tls-root").stringValue())
                .isEqualTo(
                        folder.resolve("crypto/CivilAffairsMSP/tlsca/cert.pem").toString());
        assertThat(gateway.at("/county/subject").isMissingNode()).isTrue();
    }

    @Test
    void theOracleAsksItsOwnOrganizationFirst() {
        JsonNode oracle = new YAMLMapper().readTree(files.oracle().toFile());

        assertThat(oracle.at("/county/subject").stringValue()).isEqualTo("EcologyMSP.ORACLE_NODE");
        assertThat(organizations(oracle)).startsWith("EcologyMSP", "CivilAffairsMSP");
        assertThat(oracle.at("/spring/datasource/url").stringValue()).endsWith("/oracle");
        assertThat(oracle.at("/county/oracle/adapter-key").stringValue())
                .isEqualTo(folder.resolve("identities/adapter/key.pem").toString());
        assertThat(oracle.at("/county/oracle/feeders").valueStream().map(JsonNode::stringValue))
                .isNotEmpty()
                .allMatch(subject -> subject.matches(".*\\.(SENSOR_INSTALLER|ENV_INSPECTOR|ENV_DUTY)"));
    }

    @Test
    void theScorerHasItsOwnIdentityAndDatabaseAndAsksTheOwnerOfScoresFirst() {
        JsonNode scorer = new YAMLMapper().readTree(files.scorer().toFile());

        assertThat(scorer.at("/county/subject").stringValue()).isEqualTo("GovernanceMSP.SCORING_NODE");
        assertThat(organizations(scorer)).startsWith("GovernanceMSP");
        assertThat(scorer.at("/spring/datasource/url").stringValue()).endsWith("/scorer");
        assertThat(scorer.at("/server/port").intValue()).isEqualTo(8095);
        assertThat(scorer.at("/county/models").stringValue())
                .isEqualTo(folder.resolve("models").toString());
    }

    @Test
    void theSecondWatchIsAnotherOrganisationsWithItsOwnDatabase() {
        JsonNode watcher = new YAMLMapper().readTree(files.watcher().toFile());

        assertThat(watcher.at("/county/subject").stringValue()).isEqualTo("AuditMSP.SCORING_NODE");
        assertThat(organizations(watcher)).startsWith("AuditMSP");
        assertThat(watcher.at("/spring/datasource/url").stringValue()).endsWith("/watcher");
        assertThat(watcher.at("/server/port").intValue()).isEqualTo(8096);
    }

    @Test
    void nobodyElseMayReadSettings() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.gateway())))
                .isEqualTo("rw-------");
    }

    private static List<String> organizations(JsonNode service) {
        List<String> names = new ArrayList<>();
        service.at("/county/peers")
                .forEach(peer -> names.add(peer.get("organization").stringValue()));
        return names;
    }
}
