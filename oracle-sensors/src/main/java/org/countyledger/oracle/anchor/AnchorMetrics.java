package org.countyledger.oracle.anchor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What came to the ledger, for Prometheus. */
@Component
final class AnchorMetrics {
    private final Counter batches;
    private final Counter windows;
    private final Counter readings;
    private final Counter exceedances;

    AnchorMetrics(MeterRegistry registry) {
        this.batches = registry.counter("county.oracle.batches");
        this.windows = registry.counter("county.oracle.windows");
        this.readings = registry.counter("county.oracle.readings.anchored");
        this.exceedances = registry.counter("county.oracle.exceedances");
    }

    void committed(Prepared.Span span) {
        batches.increment();
        windows.increment((double) span.windows());
        readings.increment((double) span.readings());
        exceedances.increment((double) span.exceedances());
    }
}
