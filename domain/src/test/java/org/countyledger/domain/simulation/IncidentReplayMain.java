package org.countyledger.domain.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The whole incident log as grievances: {@code scripts/simulate --incidents [FILE]}. */
public final class IncidentReplayMain {
    private IncidentReplayMain() {}

    public static void main(String[] arguments) throws IOException {
        Path file = arguments.length > 0 ? Path.of(arguments[0]) : IncidentLog.FILE;
        IncidentLog log = IncidentLog.read(file, 1);
        System.out.println(log.lines().size() + " lines of " + file);
        Instant begin = Instant.now();
        IncidentReplay replay = new IncidentReplay().replay(log);
        System.out.printf(
                "%d incidents as grievances in %d s%n",
                replay.told().size(), Duration.between(begin, Instant.now()).toSeconds());
        System.out.printf(
                "%d hand-overs, %d reopenings, of which %d were asked for after their time and refused%n",
                replay.told().values().stream()
                        .mapToInt(IncidentReplay.Told::handOvers)
                        .sum(),
                replay.told().values().stream()
                        .mapToInt(IncidentReplay.Told::reopenings)
                        .sum(),
                replay.told().values().stream()
                        .mapToInt(IncidentReplay.Told::tooLate)
                        .sum());
        String problem = replay.disorder().or(() -> replay.unlike(log)).orElse("");
        System.out.println(problem.isEmpty() ? "order, hand-overs and reopenings are those of the log" : problem);
        if (!problem.isEmpty()) {
            System.exit(1);
        }
    }
}
