package org.countyledger.risk.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.testing.Data;
import org.countyledger.risk.testing.SmallLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentLogTest {
    @TempDir
    private Path folder;

    @Test
    void daysStandBeforeMonthsAndRecordsInTheOrderOfOpening() throws IOException {
        List<LabelledRecord> records =
                IncidentLog.read(SmallLog.write(folder, 60)).records(Target.MISSED_SLA, Set.of(1));
        assertThat(records).hasSize(60);
        assertThat(records.get(0).life().openedAt()).isBetween("2016-03-01T08:00:00", "2016-03-01T09:00:00");
        assertThat(records.get(0).fields()).containsEntry("weekday", "2").containsEntry("elapsed_minutes", "5");
    }

    @Test
    void nothingIsForeseenOfARecordThatIsClosed() throws IOException {
        IncidentLog log = IncidentLog.read(SmallLog.write(folder, 60));
        assertThat(log.records(Target.MISSED_SLA, Set.of(2))).isEmpty();
        assertThat(log.records(Target.ESCALATED, Set.of(1)).stream().filter(LabelledRecord::yes))
                .isNotEmpty();
    }

    @Test
    void aFileThatIsNoLogIsRefusedInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> IncidentLog.read(file))
                .isInstanceOf(RiskException.class)
                .hasMessageContaining("cannot be read as an incident log");
    }

    @Test
    void theRealLogHasTheRatesThatItIsKnownFor() {
        IncidentLog log = Data.incidents();
        assertThat(log.incidents()).hasSize(21_180);
        assertThat(yes(log, Target.MISSED_SLA)).isEqualTo(8239);
        assertThat(yes(log, Target.ESCALATED)).isEqualTo(2686);
    }

    private static long yes(IncidentLog log, Target target) {
        return log.records(target, Set.of(1)).stream()
                .filter(LabelledRecord::yes)
                .count();
    }

    @Test
    void codesFollowTheRateAndRareValuesAreUnseenAlreadyInTraining() {
        RiskSchema schema = new RiskSchema("one", 1, List.of(Feature.category("kind", "", "")));
        List<LabelledRecord> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            records.add(record("calm", i % 10 == 0));
            records.add(record("stormy", i % 2 == 0));
        }
        records.addAll(Collections.nCopies(19, record("rare", true)));
        FittedEncoder encoder = EncoderFitting.fit(schema, records);
        assertThat(encoder.categories()).containsEntry("kind", List.of("calm", "stormy"));
        assertThat(encoder.encode(Map.of("kind", "rare"))).containsExactly(FittedEncoder.UNSEEN);
    }

    private static LabelledRecord record(String kind, boolean yes) {
        LocalDateTime day = LocalDateTime.of(2026, 1, 5, 0, 0);
        return new LabelledRecord("1", 1, new LabelledRecord.Life(day, day), Map.of("kind", kind), yes);
    }
}
