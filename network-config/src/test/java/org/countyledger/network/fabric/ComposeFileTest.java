package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code docker compose} and {@code podman compose} read. */
final class ComposeFileTest {
    @TempDir
    private static Path folder;

    private static String yaml = "";

    private final JsonNode file = new YAMLMapper().readTree(yaml);

    @BeforeAll
    static void render() throws Exception {
        TestCounty county = TestCounty.in(folder);
        FabricFiles files = new FabricFiles(county.directory());
        Files.createDirectories(files.settings("AuditMSP", FabricFiles.PEER));
        new ComposeFile(files, county.inventory()).write();
        yaml = Files.readString(files.compose());
    }

    /** The rules of the specification that a file like ours could break, in the specification's own language. */
    private static Schema rules() throws Exception {
        try (InputStream in = Objects.requireNonNull(ComposeFileTest.class.getResourceAsStream("compose-rules.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
    }

    @Test
    void itKeepsTheRulesOfTheComposeSpecification() throws Exception {
        assertThat(rules().validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @Test
    void theRulesWouldFindWhatTheSpecificationForbids() throws Exception {
        assertThat(rules().validate(yaml.replaceFirst("network_mode", "networkmode"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(rules().validate(yaml.replaceFirst("type: \"bind\"", "type: \"folder\""), InputFormat.YAML))
                .isNotEmpty();
        assertThat(rules().validate(yaml.replaceFirst("name: \"county-", "name: \"County "), InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void everyOrganizationHasAPeerAndAnOrdererOfThePinnedImages() {
        assertThat(file.path("services").propertyNames()).hasSize(8).contains("peer-AuditMSP", "orderer-EcologyMSP");
        assertThat(file.at("/services/peer-AuditMSP/image").asString()).isEqualTo("hyperledger/fabric-peer:3.1.5");
        assertThat(file.at("/services/orderer-AuditMSP/image").asString())
                .isEqualTo("hyperledger/fabric-orderer:3.1.5");
        assertThat(file.at("/services/peer-AuditMSP/command")).hasToString("[\"peer\",\"node\",\"start\"]");
    }

    @Test
    void aNodeSeesItsOwnKeysAndNobodyElses() {
        for (JsonNode mount : file.at("/services/peer-AuditMSP/volumes")) {
            String source = mount.path("source").asString();
            assertThat(mount.path("target").asString()).isEqualTo(source);
            assertThat(source).matches(".*(/AuditMSP/peer|/fabric/builder)");
            assertThat(mount.path("read_only").asBoolean()).isEqualTo(!source.contains("/data/"));
        }
    }
}
