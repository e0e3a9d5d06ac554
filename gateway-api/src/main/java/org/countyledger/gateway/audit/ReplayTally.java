package org.countyledger.gateway.audit;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a replay has found so far. */
final class ReplayTally {
    private long decisions;
    private final SortedMap<String, Long> others = new TreeMap<>();
    private Optional<ReplayResource.Difference> difference = Optional.empty();

    void decided(Optional<ReplayResource.Difference> found) {
        decisions++;
        difference = difference.or(() -> found);
    }

    void other(String function) {
        others.merge(function, 1L, Long::sum);
    }

    long decisions() {
        return decisions;
    }

    SortedMap<String, Long> others() {
        return new TreeMap<>(others);
    }

    Optional<ReplayResource.Difference> difference() {
        return difference;
    }
}
