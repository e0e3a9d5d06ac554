package org.countyledger.domain.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.lifecycle.ClockStep;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;

/** Clocks survive every edit that does not list them. */
public final class ListedClocks {
    /** Fixes a due date, starts what waited for a document, stops and releases by force majeure. */
    private static final Set<String> BY_ARGUMENT = Set.of("Z03", "Z06", "Z09");

    private ListedClocks() {}

    /** Fails if a clock moved that neither the row lists nor the end of the record cancels, or if one was reset. */
    public static void assertOthersSurvive(Lifecycle table, Header before, Change change) {
        Header after = change.header();
        Row row = table.rule(change.event().step().rule());
        boolean ends =
                table.state(after.state()).isTerminal() && !before.state().equals(after.state());
        for (Clock clock : before.clocks()) {
            Clock now = after.clock(clock.name(), clock.n())
                    .orElseThrow(() -> new AssertionError(row.rule() + " lost " + clock.name()));
            if (!now.startedAt().equals(clock.startedAt()) || !now.basis().equals(clock.basis())) {
                throw new AssertionError(row.rule() + " reset " + clock.name());
            }
            boolean over = !clock.isLive();
            boolean mayMove = !over && (ends || isListed(row, clock.name()));
            if (!mayMove && !now.equals(clock)) {
                throw new AssertionError(row.rule() + " moved " + clock.name() + ", which it does not list");
            }
        }
    }

    private static boolean isListed(Row row, String clock) {
        return BY_ARGUMENT.contains(row.rule())
                || row.effects().clocks().stream()
                        .anyMatch(step ->
                                names(step).map(all -> all.contains(clock)).orElse(true));
    }

    /** Empty where the situation names them. */
    private static Optional<List<String>> names(ClockStep step) {
        return switch (step) {
            case ClockStep.Meets meets -> Optional.of(meets.clocks());
            case ClockStep.Cancels cancels -> Optional.of(cancels.clocks());
            case ClockStep.CancelsAll all -> Optional.empty();
            case ClockStep.Pauses pauses -> Optional.of(pauses.clocks());
            case ClockStep.Resumes resumes -> Optional.of(resumes.clocks());
            case ClockStep.Extends prolongs -> Optional.of(List.of(prolongs.clock()));
            case ClockStep.Starts starts -> Optional.of(List.of());
            case ClockStep.Awaits awaits -> Optional.of(List.of());
            case ClockStep.Dated dated -> Optional.of(List.of());
            case ClockStep.Named named -> Optional.empty();
        };
    }
}
