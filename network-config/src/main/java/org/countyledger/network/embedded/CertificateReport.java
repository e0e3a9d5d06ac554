package org.countyledger.network.embedded;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.network.authority.Expiry;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.process.LedgerReport;

/** How long certificates last: of nodes and authorities, and of clients. */
final class CertificateReport {
    private CertificateReport() {}

    static LedgerReport of(CountyDirectory county, Instant now) {
        List<String> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : List.of(county.crypto(), county.identities())) {
            Expiry.first(folder).ifPresent(first -> {
                String sentence = "first certificate of " + folder.getFileName() + " ends in " + first.daysLeft(now)
                        + " days: " + county.root().relativize(first.certificate());
                (first.isSoon(now) ? problems : lines).add(sentence);
            });
        }
        return new LedgerReport(lines, problems);
    }
}
