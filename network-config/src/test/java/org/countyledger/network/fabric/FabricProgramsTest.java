package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static Path program(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
