package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.inventory.InventoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CountyMakerTest {
    @TempDir
    private Path folder;

    @Test
    void aNewCountySaysWhatItIsAndKeepsItsInventory() throws IOException {
        CountyDirectory county = make(Purpose.DEMO);

        assertThat(county.county()).contains(CountyFile.embedded(Purpose.DEMO));
        assertThat(Files.readString(county.countyFile()))
                .isEqualTo("{\"ledger\":\"embedded\",\"purpose\":\"DEMO\",\"version\":1}");
        assertThat(Files.readAllBytes(county.inventory())).isEqualTo(InventoryFile.bundled());
    }

    @Test
    void whatAnInterruptedMakingLeftIsReplaced() throws IOException {
        CountyDirectory county = new CountyDirectory(folder.resolve("county"));
        Files.createDirectories(county.beside("new").resolve("crypto"));

        make(Purpose.LEGAL);

        assertThat(county.county()).isPresent();
        assertThat(county.beside("new")).doesNotExist();
    }

    @Test
    void aDirectoryWithOtherThingsInItIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("county"));
        Files.writeString(folder.resolve("county/letter.txt"), "Dear county");

        assertThatThrownBy(() -> make(Purpose.LEGAL))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("is no county but is not empty");
        assertThat(folder.resolve("county/letter.txt")).exists();
    }

    private CountyDirectory make(Purpose purpose) {
        CountyDirectory county = new CountyDirectory(folder.resolve("county"));
        new CountyMaker(county, new Installation(folder)).make(CountyFile.embedded(purpose), InventoryFile.bundled());
        return county;
    }
}
