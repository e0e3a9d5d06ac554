package org.countyledger.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** How often something can be done in a second, by round. */
final class Rates {
    private final List<Double> perSecond = new ArrayList<>();

    /** Does it for this long on the calling thread; a round below 0 only warms up. */
    void add(int round, Duration length, IntConsumer task) {
        long began = System.nanoTime();
        long end = began + length.toNanos();
        int done = 0;
        while (System.nanoTime() < end) {
            task.accept(done++);
        }
        if (round >= 0) {
            perSecond.add(done * 1e9 / (System.nanoTime() - began));
        }
    }

    double median() {
        return sorted().get(perSecond.size() / 2);
    }

    private List<Double> sorted() {
        return perSecond.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "%.0f (%.0f to %.0f)".formatted(median(), sorted().getFirst(), sorted().getLast());
    }
}
