package org.countyledger.network.embedded;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.network.authority.Expiry;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;

/** How long certificates last: of each organisation's nodes and authorities, and of clients. */
final class CertificateReport {
    private CertificateReport() {}

    static HealthReport of(CountyDirectory county, Inventory inventory, Instant now) {
        List<String> lines = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path folder : folders(county, inventory)) {
            Expiry.first(folder).ifPresent(first -> {
                String sentence = "first certificate of " + folder.getFileName() + " ends in " + first.daysLeft(now)
                        + " days: " + county.root().relativize(first.certificate());
                if (first.isSoon(now)) {
                    findings.add(new Finding(code(first, now), sentence, "scripts/county identity renew"));
                } else {
                    lines.add(sentence);
                }
            });
        }
        return new HealthReport(lines, findings);
    }

    private static FindingCode code(Expiry first, Instant now) {
        return first.end().isBefore(now) ? FindingCode.CERTIFICATE_EXPIRED : FindingCode.CERTIFICATE_ENDS_SOON;
    }

    private static List<Path> folders(CountyDirectory county, Inventory inventory) {
        Stream<Path> organizations = inventory.organizations().stream()
                .map(organization -> county.organization(organization.mspId()).root());
        return Stream.concat(organizations, Stream.of(county.identities())).toList();
    }
}
