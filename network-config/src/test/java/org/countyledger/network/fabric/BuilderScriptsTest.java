package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, called as a peer calls them. */
final class BuilderScriptsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        BuilderScripts.write(folder.resolve("builder"));
        for (String part : List.of("source", "metadata", "built", "released")) {
            Files.createDirectories(folder.resolve(part));
        }
    }

    @Test
    void aPackageOfAServiceIsTakenHoweverItsMetadataAreSpaced() throws Exception {
        assertThat(detect("{\"type\":\"ccaas\",\"label\":\"county_1\"}")).isZero();
        assertThat(detect("{ \"label\": \"x\",\n  \"type\" : \"ccaas\" }")).isZero();
    }

    @Test
    void anyOtherPackageIsLeftToOtherBuilders() throws Exception {
        assertThat(detect("{\"type\":\"golang\",\"label\":\"ccaas\"}")).isNotZero();
    }

    @Test
    void releasingGivesThePeerItsOwnConnectionThatNobodyElseMayRead() throws Exception {
        Path connection = Files.writeString(folder.resolve("connection.json"), "{\"address\":\"127.0.0.1:1\"}");

        assertThat(run("build", "source", "metadata", "built")).isZero();
        assertThat(run("release", "built", "released")).isZero();

        Path released = folder.resolve("released/chaincode/server/connection.json");
        assertThat(released).hasSameTextualContentAs(connection);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(released)))
                .isEqualTo("rw-------");
    }

    private int detect(String metadata) throws Exception {
        Files.writeString(folder.resolve("metadata/metadata.json"), metadata);
        return run("detect", "source", "metadata");
    }

    private int run(String script, String... folders) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("builder/bin").resolve(script).toString());
        List.of(folders).forEach(part -> command.add(folder.resolve(part).toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("COUNTY_CONNECTION", folder.resolve("connection.json").toString());
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
