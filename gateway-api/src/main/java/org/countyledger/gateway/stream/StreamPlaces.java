package org.countyledger.gateway.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Counts open streams, so that nobody can hold them all. */
@Component
final class StreamPlaces implements MeterBinder {
    private final StreamSettings settings;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    StreamPlaces(StreamSettings settings) {
        this.settings = settings;
    }

    /** Takes a place for an address, to be given back. */
    void take(String address) {
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        if (open.incrementAndGet() > settings.most() || ofAddress > settings.mostOfAddress()) {
            give(address);
            throw new ProblemException(ProblemCode.RATE_LIMITED);
        }
    }

    void give(String address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (unused, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("county.streams.open", open, AtomicInteger::get)
                .description("Event streams that are open")
                .register(registry);
    }
}
