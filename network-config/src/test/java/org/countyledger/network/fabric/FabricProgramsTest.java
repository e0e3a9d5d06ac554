package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FabricProgramsTest {
    @TempDir
    private Path folder;

    @Test
    void theyAreFoundOnThePath() throws IOException {
        Path peer = program(folder.resolve("one/peer"));
        Path orderer = program(folder.resolve("two/orderer"));
        String path = folder.resolve("one") + ":" + folder.resolve("two");

        assertThat(FabricPrograms.find(Map.of("PATH", path))).contains(new FabricPrograms(peer, orderer));
    }

    @Test
    void aHomeThatIsNamedCountsAlone() throws IOException {
        program(folder.resolve("path/peer"));
        program(folder.resolve("path/orderer"));
        Path home = folder.resolve("home");
        program(home.resolve("bin/peer"));

        Map<String, String> environment =
                Map.of("PATH", folder.resolve("path").toString(), "FABRIC_HOME", home.toString());
        assertThat(FabricPrograms.find(environment)).isEmpty();
        Path orderer = program(home.resolve("bin/orderer"));
        assertThat(FabricPrograms.find(environment)).contains(new FabricPrograms(home.resolve("bin/peer"), orderer));
    }

    @Test
    void anotherReleaseIsNamedWithWhatIsNeeded() throws IOException {
        Path orderer = program(folder.resolve("orderer"), "orderer:\n Version: v3.1.5");
        Path old = program(folder.resolve("peer"), "peer:\n Version: v2.5.14\n Commit SHA: 0123456");

        assertThat(new FabricPrograms(old, orderer).trouble())
                .hasValue(
                        old + " is of release 2.5.14, but this county needs 3.1.5 or a later 3.1: install the binaries"
                                + " of release 3.1.5 there, or set FABRIC_HOME to the folder that has them in bin");
    }

    @Test
    void whatDoesNotTellItsVersionIsNotTaken() throws IOException {
        Path silent = program(folder.resolve("peer"));

        assertThat(new FabricPrograms(silent, silent).trouble())
                .get()
                .asString()
                .startsWith(silent + " does not tell its version: install");
    }

    @ParameterizedTest
    @CsvSource({
        "v3.1.5, true",
        "3.1.5, true",
        "v3.1.12, true",
        "latest, true",
        "v3.1.4, false",
        "v3.0.0, false",
        "v2.5.15, false",
        "v3.2.0, false",
        "v3.1.5-rc1, false"
    })
    void correctionsOfTheReleaseWillDo(String version, boolean isGood) {
        assertThat(FabricVersion.in("peer:\n Version: " + version + "\n Go version: go1.26.8")
                        .orElseThrow()
                        .isGood())
                .isEqualTo(isGood);
    }

    @Test
    void whereNeitherProgramsNorContainersAreItIsSaidInOneSentence() {
        assertThat(FabricPrograms.missing()).contains("install the binaries of release 3.1.5", "FABRIC_HOME");
        assertThat(ContainerEngine.find(Map.of("PATH", folder.toString()))).isEmpty();
    }

    @Test
    void aDoctorTellsAMissingProgramFromAWrongOne() throws IOException {
        Map<String, String> here = Map.of("PATH", folder.toString());
        assertThat(FabricPrograms.findings(here)).extracting(Finding::code).containsExactly(FindingCode.TOOL_MISSING);
        assertThat(ContainerEngine.findings(here)).extracting(Finding::code).containsExactly(FindingCode.TOOL_MISSING);
        program(folder.resolve("peer"), "peer:\n Version: v2.5.14");
        program(folder.resolve("orderer"), "orderer:\n Version: v3.1.5");
        assertThat(FabricPrograms.findings(here)).extracting(Finding::code).containsExactly(FindingCode.WRONG_VERSION);
        program(folder.resolve("peer"), "peer:\n Version: v3.1.5");
        assertThat(FabricPrograms.findings(here)).isEmpty();
    }

    @Test
    void podmanServesWhereDockerIsNot() throws IOException {
        Path podman = program(folder.resolve("podman"));

        ContainerEngine engine =
                ContainerEngine.find(Map.of("PATH", folder.toString())).orElseThrow();
        assertThat(engine.compose(Path.of("c.yaml"), "stop", "peer-AuditMSP"))
                .containsExactly(
                        "env",
                        "PODMAN_USERNS=keep-id",
                        podman.toString(),
                        "compose",
                        "-f",
                        "c.yaml",
                        "stop",
                        "peer-AuditMSP");
        Path docker = program(folder.resolve("docker"));
        assertThat(ContainerEngine.find(Map.of("PATH", folder.toString()))).contains(new ContainerEngine(docker));
    }

    private static Path program(Path file) throws IOException {
        return program(file, "");
    }

    private static Path program(Path file, String says) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\ncat <<'END'\n" + says + "\nEND\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
