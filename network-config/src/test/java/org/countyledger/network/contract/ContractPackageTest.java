package org.countyledger.network.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.countyledger.network.fabric.FabricHere;
import org.countyledger.network.inventory.InventoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractPackageTest {
    private static final ContractDefinition DEFINITION =
            ContractDefinition.of(InventoryFile.parse(InventoryFile.bundled(), "bundled"));

    @TempDir
    private Path folder;

    @Test
    void itSaysThatTheContractIsAServiceAndHoldsNoKey() throws IOException {
        Map<String, byte[]> files = unpacked(ContractPackage.of(DEFINITION).bytes());

        assertThat(files.keySet()).containsExactly("metadata.json", "code.tar.gz");
        assertThat(new String(Objects.requireNonNull(files.get("metadata.json")), StandardCharsets.UTF_8))
                .isEqualTo("{\"label\":\"county_1\",\"type\":\"ccaas\"}");
        assertThat(unpacked(Objects.requireNonNull(files.get("code.tar.gz"))).keySet())
                .containsExactly("contract.json");
    }

    @Test
    void theSameDefinitionGivesTheSameBytesAlways() {
        assertThat(ContractPackage.of(DEFINITION).id())
                .isEqualTo(ContractPackage.of(DEFINITION).id());
        assertThat(ContractPackage.of(DEFINITION).id()).matches("county_1:[0-9a-f]{64}");
    }

    @Test
    void anotherVersionHasAnotherId() {
        ContractDefinition next =
                new ContractDefinition(DEFINITION.name(), "2", DEFINITION.sequence() + 1, DEFINITION.policy());

        assertThat(ContractPackage.of(next).id()).startsWith("county_2:");
    }

    @Test
    void thePeerComputesTheSameId() throws Exception {
        Path peer = FabricHere.program("peer");
        ContractPackage contract = ContractPackage.of(DEFINITION);
        Path file = Files.write(folder.resolve("county.tar.gz"), contract.bytes());
        Files.writeString(folder.resolve("core.yaml"), "peer: {mspConfigPath: msp}\n");
        ProcessBuilder builder =
                new ProcessBuilder(peer.toString(), "lifecycle", "chaincode", "calculatepackageid", file.toString());
        builder.environment().put("FABRIC_CFG_PATH", folder.toString());
        builder.redirectError(folder.resolve("log").toFile());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).isEqualTo(contract.id());
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GzipCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        return files;
    }
}
