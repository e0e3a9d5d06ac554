package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Checkout;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.CountyCommand;
import org.countyledger.acceptance.testing.LedgerEndpoint;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code county ledger verify} tells a chain that is what it says from one that is not. */
@ExtendWith(LegalCounty.class)
class LedgerVerifyTest {
    private static final String RECORDED = "ledger-validation/src/test/resources/org/countyledger/ledger/bft.blocks.gz";
    private static final Pattern AGREEING = Pattern.compile("(\\d+) of (\\d+) agree");

    private final County county;

    @TempDir
    private Path folder = Path.of("");

    LedgerVerifyTest(Running running) {
        this.county = running.county();
    }

    private Path blocks() {
        return county.blocks();
    }

    private static void agrees(CountyCommand.Outcome outcome) {
        assertThat(outcome.expect(0).out()).contains("Everything agrees.").doesNotContain("difference");
        assertThat(AGREEING.matcher(outcome.out()).results())
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.group(1)).isEqualTo(found.group(2)))
                .noneSatisfy(found -> assertThat(found.group(2)).isEqualTo("0"));
    }

    private static long figure(CountyCommand.Outcome outcome, String name) {
        MatchResult found = Pattern.compile(name + " +(\\d+)")
                .matcher(outcome.out())
                .results()
                .findFirst()
                .orElseThrow();
        return Long.parseLong(found.group(1));
    }

    @Test
    void theCountysOwnChainAgreesWithEveryRuleOfFabric() {
        CountyCommand.Outcome own = county.run("ledger", "verify");
        agrees(own);
        try (LedgerEndpoint ledger = LedgerEndpoint.as(county, "AuditMSP.SYSTEM_TIMER")) {
            assertThat(figure(own, "blocks")).isEqualTo(ledger.height());
        }
        CountyCommand.Outcome byName = CountyCommand.run("ledger", "verify", blocks().toString());
        agrees(byName);
        assertThat(figure(byName, "transactions")).isEqualTo(figure(own, "transactions"));
    }

    @Test
    void aChainThatARealNetworkRecordedAgrees() {
        CountyCommand.Outcome recorded = CountyCommand.run(
                "ledger", "verify", Checkout.ROOT.resolve(RECORDED).toString());
        agrees(recorded);
        assertThat(recorded.out()).contains("VALID", "ENDORSEMENT_POLICY_FAILURE", "MVCC_READ_CONFLICT");
    }

    @Test
    void oneFlippedByteIsFound() throws IOException {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        String id = Case.created(command, resident.file(command)).id();
        byte[] bytes = Files.readAllBytes(blocks());
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(id);
        assertThat(place).as("place of the record's id in the block file").isPositive();
        bytes[place] ^= 1;
        Path forged = Files.write(folder.resolve("forged"), bytes);
        CountyCommand.Outcome outcome =
                CountyCommand.run("ledger", "verify", forged.toString()).expect(1);
        assertThat(outcome.out())
                .contains("This chain is not what it says.")
                .containsAnyOf("First difference", "Problem");
    }

    @Test
    void aChainThatWasCutOffAndAFileThatIsNoneAreSaidSo() throws IOException {
        byte[] bytes = Files.readAllBytes(blocks());
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 7));
        assertThat(CountyCommand.run("ledger", "verify", cut.toString())
                        .expect(1)
                        .out())
                .contains("This chain is not what it says.");
        Path missing = folder.resolve("missing");
        assertThat(CountyCommand.run("ledger", "verify", missing.toString())
                        .expect(1)
                        .err())
                .contains("There is no block file " + missing)
                .hasLineCount(1);
    }
}
