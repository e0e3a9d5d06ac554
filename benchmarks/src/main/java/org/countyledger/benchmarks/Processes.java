package org.countyledger.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time of the processes that take part, by name. */
final class Processes {
    private final Map<String, ProcessHandle> byName = new LinkedHashMap<>();

    void add(String name, long pid) {
        ProcessHandle.of(pid).ifPresent(handle -> byName.put(name, handle));
    }

    /** With their children: PostgreSQL works in one for each connection. */
    Map<String, Duration> processorTime() {
        Map<String, Duration> times = new LinkedHashMap<>();
        byName.forEach((name, handle) -> times.put(name, time(handle)));
        times.put("this program", time(ProcessHandle.current()));
        return times;
    }

    private static Duration time(ProcessHandle handle) {
        Stream<ProcessHandle> all = handle.equals(ProcessHandle.current())
                ? Stream.of(handle)
                : Stream.concat(Stream.of(handle), handle.descendants());
        return all.map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
