package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor exports is checked by {@code county record verify}, without the gateway that exported it. */
@ExtendWith(LegalCounty.class)
class RecordVerifyTest {
    private final County county;

    @TempDir
    private Path folder = Path.of("");

    RecordVerifyTest(Running running) {
        this.county = running.county();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("record.json"), text);
    }

    @Test
    void anExportIsProvedAndAChangedOneProvesNothing() throws IOException {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Case application = Case.created(command, resident.file(command));
        String export = new Offices(county)
                .auditor()
                .get("/v1/audit/exports/welfare-applications/" + application.id())
                .expect(200)
                .text();
        assertThat(county.run("record", "verify", file(export).toString())
                        .expect(0)
                        .out())
                .contains(application.id(), "SUBMITTED");
        String changed = export.replace("\"band\":\"3\"", "\"band\":\"4\"");
        assertThat(changed).isNotEqualTo(export);
        assertThat(county.run("record", "verify", file(changed).toString())
                        .expect(1)
                        .out())
                .contains("proves nothing");
    }
}
