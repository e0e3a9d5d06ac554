package org.countyledger.gateway.projection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.lifecycle.ClockStep;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;

/** Until when a row is to be taken. */
public final class Deadlines {
    private Deadlines() {}

    /** When the first of the running clocks ends that the row stops by being taken. */
    public static Optional<Instant> until(Row row, Header header) {
        List<String> stopped =
                row.effects().clocks().stream().flatMap(Deadlines::stopped).toList();
        return header.running()
                .filter(clock -> stopped.contains(clock.name()))
                .map(Clock::dueAt)
                .min(Comparator.naturalOrder());
    }

    private static Stream<String> stopped(ClockStep step) {
        return switch (step) {
            case ClockStep.Meets meets -> meets.clocks().stream();
            case ClockStep.Cancels cancels -> cancels.clocks().stream();
            case ClockStep.CancelsAll all -> Stream.empty();
            case ClockStep.Dated dated -> Stream.empty();
            case ClockStep.Extends prolongs -> Stream.empty();
            case ClockStep.Named named -> Stream.empty();
            case ClockStep.Pauses pauses -> Stream.empty();
            case ClockStep.Resumes resumes -> Stream.empty();
            case ClockStep.Starts starts -> Stream.empty();
            case ClockStep.Awaits awaits -> Stream.empty();
        };
    }
}
