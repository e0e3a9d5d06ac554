package org.countyledger.oracle.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.countyledger.oracle.window.Refusal;
import org.springframework.stereotype.Component;

/** What came in and what was refused why, for Prometheus; never what was measured. */
@Component
public final class IntakeMetrics {
    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void refused(Refusal reason, long many) {
        registry.counter("county.oracle.readings.refused", "reason", reason.code())
                .increment((double) many);
    }

    void accepted(long many, long duplicates) {
        registry.counter("county.oracle.readings.accepted").increment((double) many);
        registry.counter("county.oracle.readings.duplicate").increment((double) duplicates);
    }
}
