package org.countyledger.domain.sensing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.domain.policy.PolicyVersion;

/**
 * When the air counts as bad, and when as good again: two separate conditions, so that a value that wavers around one
 * limit raises once. Missing rule windows neither count nor reset. All values are in thousandths; comparisons are exact.
 *
 * @param averagingSeconds length of a rule window
 * @param coveragePermille share of the shorter windows that must be present
 */
public record ExceedanceRule(
        long raiseMilli,
        long raiseWindows,
        long clearMilli,
        long clearWindows,
        long averagingSeconds,
        long coveragePermille) {
    private static final int PER_MILLE = 1000;

    /** The rule of a version of the policy {@code air}. */
    public static ExceedanceRule of(PolicyVersion air) {
        return new ExceedanceRule(
                air.integer("raise.milli").orElseThrow(),
                air.integer("raise.windows").orElseThrow(),
                air.integer("clear.milli").orElseThrow(),
                air.integer("clear.windows").orElseThrow(),
                air.integer("averaging.seconds").orElseThrow(),
                air.integer("coverage.permille").orElseThrow());
    }

    /** Something that a rule window brought about. */
    public sealed interface Turn {
        /** Number of the last window of the rule window. */
        long window();

        /** Raised over these windows. */
        record Raised(String id, long window, List<Long> qualifying, long peakMilli) implements Turn {}

        /** The open exceedance is cleared. */
        record Cleared(String id, long window) implements Turn {}
    }

    /** State after a batch, and what happened in it in order. */
    public record Outcome(RuleState state, List<Turn> turns) {
        public Outcome {
            turns = List.copyOf(turns);
        }
    }

    /**
     * Goes over the windows of a batch.
     *
     * @param first number of the first window
     * @param ids gives the id of the next exceedance
     */
    public Outcome over(DatastreamView datastream, long first, List<Window> windows, Supplier<String> ids) {
        RuleState state = datastream.ruleState();
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            long number = first + i;
            RuleState.PartialHour hour =
                    state.hour().orElse(RuleState.PartialHour.NOTHING).plus(windows.get(i));
            if (datastream.end(number).getEpochSecond() % averagingSeconds == 0) {
                Step step = next(state, number, mean(hour, datastream.periodSeconds()), ids);
                step.turn().ifPresent(turns::add);
                state = step.state().withHour(Optional.empty());
            } else {
                state = state.withHour(Optional.of(hour));
            }
        }
        return new Outcome(state, turns);
    }

    private Optional<Long> mean(RuleState.PartialHour hour, long periodSeconds) {
        long expected = averagingSeconds / periodSeconds;
        return hour.present() > 0 && hour.present() * PER_MILLE >= expected * coveragePermille
                ? Optional.of(Math.floorDiv(hour.sum(), hour.count()))
                : Optional.empty();
    }

    private record Step(RuleState state, Optional<Turn> turn) {
        static Step to(RuleState state) {
            return new Step(state, Optional.empty());
        }
    }

    private Step next(RuleState state, long window, Optional<Long> mean, Supplier<String> ids) {
        if (mean.isEmpty()) {
            return Step.to(state);
        }
        return state.open()
                .map(id -> whileOpen(state, id, window, mean.get()))
                .orElseGet(() -> whileCalm(state, window, mean.get(), ids));
    }

    private Step whileCalm(RuleState state, long window, long mean, Supplier<String> ids) {
        if (mean <= raiseMilli) {
            return Step.to(RuleState.CALM);
        }
        List<Long> above = new ArrayList<>(state.above());
        above.add(window);
        long peak = Math.max(state.peakMilli(), mean);
        if (above.size() < raiseWindows) {
            return Step.to(new RuleState(above, 0, peak, Optional.empty(), Optional.empty()));
        }
        String id = ids.get();
        return new Step(
                new RuleState(List.of(), 0, peak, Optional.of(id), Optional.empty()),
                Optional.of(new Turn.Raised(id, window, List.copyOf(above), peak)));
    }

    private Step whileOpen(RuleState state, String id, long window, long mean) {
        if (mean > clearMilli) {
            return Step.to(
                    new RuleState(List.of(), 0, Math.max(state.peakMilli(), mean), state.open(), Optional.empty()));
        }
        long below = state.below() + 1;
        return below < clearWindows
                ? Step.to(new RuleState(List.of(), below, state.peakMilli(), state.open(), Optional.empty()))
                : new Step(RuleState.CALM, Optional.of(new Turn.Cleared(id, window)));
    }
}
