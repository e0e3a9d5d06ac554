package org.countyledger.network.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the first blocks of a real Fabric 3.1.5 network of four organisations. */
final class LedgerVerifyTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path compressed = Path.of("");

    @BeforeEach
    void copyTheChain() throws IOException {
        compressed = folder.resolve("chain.gz");
        try (InputStream chain = Objects.requireNonNull(getClass().getResourceAsStream("first-blocks.gz"))) {
            Files.copy(chain, compressed);
        }
    }

    @Test
    void aRealPeersChainAgreesInEverything() {
        assertThat(verify(compressed)).isZero();
        assertThat(out.toString())
                .contains("blocks             30")
                .contains("COMMIT_HASH        29 of 29 agree")
                .contains("transactions/s")
                .contains("Everything agrees.");
    }

    @Test
    void aPlainFileIsReadToo() throws IOException {
        Path plain = folder.resolve("chain");
        Files.write(plain, plainBytes());

        assertThat(verify(plain)).isZero();
    }

    @Test
    void aChangedByteIsFoundAndTheExitCodeSaysSo() throws IOException {
        byte[] bytes = plainBytes();
        bytes[bytes.length / 2] ^= 1;
        Path changed = folder.resolve("changed");
        Files.write(changed, bytes);

        assertThat(verify(changed)).isEqualTo(1);
        assertThat(out.toString()).contains("This chain is not what it says.").containsAnyOf("Problem:", "difference:");
    }

    @Test
    void aFileThatIsNotThereIsSaidInOneSentence() {
        assertThat(verify(folder.resolve("none"))).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("There is no block file");
    }

    private byte[] plainBytes() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
            return in.readAllBytes();
        }
    }

    private int verify(Path file) {
        CommandLine command = CountyCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute("ledger", "verify", file.toString());
    }
}
