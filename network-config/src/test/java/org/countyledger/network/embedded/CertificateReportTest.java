package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.countyledger.network.authority.CountyAuthorities;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateReportTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Inventory INVENTORY = InventoryFile.parse(InventoryFile.bundled(), "bundled");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void make() throws IOException {
        CountyAuthorities.create(INVENTORY, new CountyDirectory(folder), NOW);
    }

    private static HealthReport after(long days) {
        return CertificateReport.of(new CountyDirectory(folder), INVENTORY, NOW.plus(days, ChronoUnit.DAYS));
    }

    @Test
    void everyOrganizationHasItsDaysLeft() {
        assertThat(after(0).findings()).isEmpty();
        assertThat(after(0).lines())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith("first certificate of AuditMSP ends in 731 days"));
    }

    @Test
    void officersWhoseYearIsNearlyOverAreNamedAndThoseWhoseYearIsOverToo() {
        assertThat(after(340).findings()).extracting(Finding::code).containsExactly(FindingCode.CERTIFICATE_ENDS_SOON);
        assertThat(after(366).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.CERTIFICATE_EXPIRED))
                .asString()
                .contains("scripts/county identity renew");
    }
}
