package org.countyledger.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;

/** Keeps a number of callers busy, each with one call at a time. */
final class ClosedLoop {
    private static final long HIGHEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
    private static final int DIGITS = 3;

    private final int callers;
    private final Duration length;

    ClosedLoop(int callers, Duration length) {
        this.callers = callers;
        this.length = length;
    }

    /** One piece of work at a time, for ever; answers how many transactions it committed. */
    @FunctionalInterface
    interface Caller {
        int call();
    }

    /**
     * What came of it.
     *
     * @param done committed transactions of calls that began within the time
     * @param calls calls that succeeded, by which the latencies are counted
     * @param failures calls that ended in an error, by what it said; they are not counted as done
     */
    record Result(
            long done, long calls, Map<String, Long> failures, double perSecond, double p50Millis, double p95Millis) {}

    /** Runs the callers for the time; {@code each} makes the caller of a number. */
    Result run(IntFunction<Caller> each) {
        ConcurrentHistogram latencies = new ConcurrentHistogram(HIGHEST_MICROS, DIGITS);
        LongAdder done = new LongAdder();
        ConcurrentMap<String, Long> failures = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                Caller caller = each.apply(i);
                threads.execute(() -> repeat(caller, end, new Tally(latencies, done, failures)));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(
                done.sum(),
                latencies.getTotalCount(),
                Map.copyOf(failures),
                done.sum() / seconds,
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(95) / 1e3);
    }

    private record Tally(ConcurrentHistogram latencies, LongAdder done, ConcurrentMap<String, Long> failures) {}

    private static void repeat(Caller caller, long end, Tally tally) {
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            try {
                tally.done().add(caller.call());
                tally.latencies().recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - began) / 1000));
            } catch (RuntimeException e) {
                tally.failures().merge(String.valueOf(e.getMessage()), 1L, Long::sum);
            }
        }
    }
}
