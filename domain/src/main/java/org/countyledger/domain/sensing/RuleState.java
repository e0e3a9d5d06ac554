package org.countyledger.domain.sensing;

import java.util.List;
import java.util.Optional;

/**
 * How far the exceedance rule has got; survives restarts in the datastream's header.
 *
 * @param above numbers of the rule windows above the raise value since the last one that was not
 * @param below rule windows in a row at or below the clear value, while open
 * @param peakMilli highest mean since the first of {@code above}
 * @param open id of the exceedance that is not cleared yet
 * @param hour the rule window that is not complete yet, where windows are shorter
 */
public record RuleState(
        List<Long> above, long below, long peakMilli, Optional<String> open, Optional<PartialHour> hour) {
    public static final RuleState CALM = new RuleState(List.of(), 0, 0, Optional.empty(), Optional.empty());

    public RuleState {
        above = List.copyOf(above);
    }

    /**
     * Sums over windows that are shorter than the rule's.
     *
     * @param present windows with readings
     */
    public record PartialHour(long sum, long count, long present) {
        static final PartialHour NOTHING = new PartialHour(0, 0, 0);

        PartialHour plus(Window window) {
            return window.isMissing() ? this : new PartialHour(sum + window.sum(), count + window.count(), present + 1);
        }
    }

    /** What an oracle claims and the contract recomputes. */
    public record Claim(long above, long below, boolean open) {}

    public Claim claim() {
        return new Claim(above.size(), below, open.isPresent());
    }

    RuleState withHour(Optional<PartialHour> newHour) {
        return new RuleState(above, below, peakMilli, open, newHour);
    }
}
