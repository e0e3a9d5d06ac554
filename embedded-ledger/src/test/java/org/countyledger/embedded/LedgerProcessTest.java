package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.testing.SettingsOnDisk;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.embedded.testing.ThrowawayOrganization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger as a process: what it says, and that it ends when it is told to. */
class LedgerProcessTest {
    /** What a shell calls the end by SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    @Test
    void saysWhatItIsListensWarnsOfNothingAndEndsCleanly(@TempDir Path directory) throws Exception {
        List<ThrowawayOrganization> organizations = ThrowawayNetwork.COUNTY.stream()
                .map(ThrowawayOrganization::withTls)
                .toList();
        Path settings = new SettingsOnDisk(directory, organizations)
                .chaincode("keys", ThrowawayNetwork.outOf(2, ThrowawayNetwork.COUNTY), "keys_1.0:00", List.of())
                .write();

        try (LedgerProcess ledger = LedgerProcess.start(settings)) {
            assertThat(ledger.lines()).hasSize(2);
            assertThat(ledger.lines().getFirst()).contains("proves nothing to anybody");
            assertThat(ledger.lines().getLast())
                    .startsWith("embedded ledger ready in ")
                    .contains(": channel county, 2 blocks, CivilAffairsMSP 127.0.0.1:");
            assertThat(EmbeddedLedgerMain.attempt(settings, true))
                    .hasValueSatisfying(refusal -> assertThat(refusal)
                            .startsWith("The embedded ledger cannot start. Another embedded ledger is running in "));

            assertThat(ledger.terminate()).isEqualTo(TERMINATED);
        }
        assertThat(EmbeddedLedgerMain.attempt(settings, true)).isEqualTo(Optional.empty());
    }
}
