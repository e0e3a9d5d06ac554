package org.countyledger.risk.features;

import java.util.List;
import java.util.stream.IntStream;

/** Upper ends of the steps of numbers that several schemas share. */
final class Steps {
    static final List<Integer> MINUTES =
            List.of(0, 1, 2, 3, 5, 8, 12, 20, 30, 45, 60, 90, 120, 180, 240, 480, 720, 1440, 2880, 4320, 10080);

    private Steps() {}

    static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(0, last).boxed().toList();
    }
}
