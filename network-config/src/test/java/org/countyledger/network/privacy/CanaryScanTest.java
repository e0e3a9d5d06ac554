package org.countyledger.network.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.countyledger.network.privacy.CanaryScan.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that missed what it looks for would prove nothing. */
class CanaryScanTest {
    private static final String NAME = "孙桂英";
    private static final String NUMBER = "99999912345678";

    private final CanaryScan scan = new CanaryScan(List.of(NAME, NUMBER));

    @Test
    void aCanaryIsFoundInEveryEncodingAndSaidByItsNumber() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            assertThat(scan.in("bytes", ("before " + NAME + " after").getBytes(charset)))
                    .containsExactly(new Finding("bytes", 0));
        }
    }

    @Test
    void aCanaryIsFoundInsideBase64WhereverItBegins() {
        for (String before : List.of("", "a", "ab", "abc")) {
            for (String after : List.of("", "x", "xy")) {
                byte[] encoded = Base64.getEncoder().encode((before + NUMBER + after).getBytes(StandardCharsets.UTF_8));
                assertThat(scan.in("bytes", encoded)).containsExactly(new Finding("bytes", 1));
            }
        }
    }

    @Test
    void filesAreScannedByNameAndContent(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("clean.txt"), "nothing");
        Files.writeString(directory.resolve("content.txt"), "x" + NUMBER);
        Files.writeString(directory.resolve("户口簿-" + NAME + ".jpg"), "");
        assertThat(scan.below(directory, file -> true))
                .extracting(Finding::canary)
                .containsExactlyInAnyOrder(0, 1);
        assertThat(scan.below(directory, file -> file.endsWith("clean.txt"))).isEmpty();
    }

    @Test
    void whatHoldsNoCanaryIsClean() {
        assertThat(scan.in("bytes", new byte[1000])).isEmpty();
    }
}
