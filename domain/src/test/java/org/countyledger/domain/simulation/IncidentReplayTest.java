package org.countyledger.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.domain.simulation.IncidentLog.Line;
import org.junit.jupiter.api.Test;

/** A real desk's log as grievances keeps its order, its hand-overs and its reopenings. */
class IncidentReplayTest {
    private static final int ONE_IN = 60;

    @Test
    void aSampleKeepsItsOrderHandOversAndReopenings() throws IOException {
        IncidentReplay replay = kept(IncidentLog.read(IncidentLog.SAMPLE, 1));
        assertThat(replay.told()).hasSize(12);
        assertThat(replay.told().values()).anyMatch(one -> one.reopenings() > 2).anyMatch(one -> one.handOvers() > 3);
    }

    @Test
    void everySixtiethIncidentOfTheWholeLogDoes() throws IOException {
        assumeTrue(Files.exists(IncidentLog.FILE), "the incident log is not at " + IncidentLog.FILE);
        IncidentReplay replay = kept(IncidentLog.read(IncidentLog.FILE, ONE_IN));
        assertThat(replay.told()).hasSize(353);
    }

    private static IncidentReplay kept(IncidentLog log) {
        IncidentReplay replay = new IncidentReplay().replay(log);
        assertThat(replay.disorder()).isEmpty();
        assertThat(replay.unlike(log)).isEmpty();
        return replay;
    }

    @Test
    void aLogWithOneMoreHandOverOrReopeningIsNotWhatWasReplayed() throws IOException {
        IncidentLog log = IncidentLog.read(IncidentLog.SAMPLE, 1);
        IncidentReplay replay = new IncidentReplay().replay(log);
        String first = log.lines().getFirst().incident();
        Line last = log.lines().stream()
                .filter(line -> line.incident().equals(first))
                .reduce((one, next) -> next)
                .orElseThrow();
        for (int more = 0; more < 2; more++) {
            List<Line> lines = new ArrayList<>(log.lines());
            lines.add(new Line(
                    last.incident(),
                    last.state(),
                    last.reassignments() + more,
                    last.reopens() + 1 - more,
                    last.group(),
                    last.at()));
            assertThat(replay.unlike(new IncidentLog(lines))).contains(last.incident());
        }
    }
}
