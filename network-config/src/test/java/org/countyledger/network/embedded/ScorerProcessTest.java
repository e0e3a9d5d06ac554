package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.process.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScorerProcessTest {
    @TempDir
    private Path folder;

    @Test
    void theScorerAndTheSecondWatchRunOnlyWhereAModelWasRegistered() throws IOException {
        Installation installation = new Installation(folder);
        CountyDirectory county = new CountyDirectory(folder.resolve("county"));
        new CountyMaker(county, installation).make(CountyFile.embedded(Purpose.LEGAL), InventoryFile.bundled());
        LocalCounty local = LocalCounty.open(county, installation);

        assertThat(local.processes()).extracting(ProcessSpec::name).doesNotContain("scorer", "watcher");
        Files.createDirectories(county.models());
        assertThat(local.processes()).extracting(ProcessSpec::name).doesNotContain("scorer");
        Files.writeString(county.models().resolve("0123.model"), "a model");
        assertThat(local.processes()).extracting(ProcessSpec::name).contains("oracle", "scorer", "watcher");
    }
}
