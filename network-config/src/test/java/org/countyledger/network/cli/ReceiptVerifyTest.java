package org.countyledger.network.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.countyledger.network.receipt.GenesisFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With a receipt that three peers of a real Fabric 3.1.5 network signed, and with nothing of that network but block 0. */
final class ReceiptVerifyTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path genesis = Path.of("");
    private Path receipt = Path.of("");

    @BeforeEach
    void copyTheFiles() throws IOException {
        Path chain = folder.resolve("chain.gz");
        Files.write(chain, resource("first-blocks.gz"));
        genesis = folder.resolve("genesis.block");
        Files.write(genesis, GenesisFile.first(chain).toByteArray());
        receipt = folder.resolve("real.receipt");
        Files.write(receipt, resource("/org/countyledger/network/receipt/recorded.receipt"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReceiptVerifyTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aReceiptIsCheckedByTheGenesisBlockAlone() {
        assertThat(verify(receipt)).isZero();
        assertThat(out.toString())
                .contains("✓ form", "✓ client", "✓ endorsers", "✓ attestations", "✓ rule")
                .contains("is VALID.")
                .contains("validity signed by          Audit, CivilAffairs, GovernanceCentre")
                .doesNotContain("✗");
    }

    @Test
    void aChangedByteIsRefusedAndTheTableSaysWhere() throws IOException {
        byte[] bytes = Files.readAllBytes(receipt);
        bytes[bytes.length - 20] ^= 1;
        Files.write(receipt, bytes);

        assertThat(verify(receipt)).isEqualTo(1);
        assertThat(out.toString())
                .contains("✓ question", "✗ attestations", "· validity")
                .contains("Refused: The signature of GovernanceCentre does not hold.")
                .contains("This receipt proves nothing.");
    }

    @Test
    void anotherNetworksGenesisBlockAndWhatIsNoneAreRefused() throws IOException {
        Files.writeString(genesis, "nothing");
        assertThat(verify(receipt)).isEqualTo(1);
        assertThat(err.toString()).contains("is no genesis block");
        assertThat(verify(folder.resolve("none"))).isEqualTo(1);
    }

    private int verify(Path file) {
        CommandLine command = CountyCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute("receipt", "verify", file.toString(), "--genesis", genesis.toString());
    }
}
