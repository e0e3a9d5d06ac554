package org.countyledger.risk.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.countyledger.risk.features.IncidentLog;
import org.junit.jupiter.api.Assumptions;

/** Reference data beside the project. */
public final class Data {
    private static final Path INCIDENTS = Path.of("../../shared/data/incidents/incident_event_log_first85pct.csv.gz");

    private Data() {}

    private static final class Once {
        private static final IncidentLog LOG = IncidentLog.read(INCIDENTS);
    }

    public static boolean isThere() {
        return Files.exists(INCIDENTS);
    }

    /** The incident log; without it the test is skipped and says so. */
    public static IncidentLog incidents() {
        Assumptions.assumeTrue(
                isThere(), "the incident log is not there (../shared/data/incidents beside the project)");
        return Once.LOG;
    }
}
