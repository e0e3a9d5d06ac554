package org.countyledger.risk.scorer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What came to the ledger, what did not, and what waits, for Prometheus. */
@Component
final class ScorerMetrics {
    private final Counter issued;
    private final Counter refused;

    ScorerMetrics(MeterRegistry registry, DueScores dues) {
        this.issued = registry.counter("county.scorer.issued");
        this.refused = registry.counter("county.scorer.refused");
        registry.gauge("county.scorer.due", dues, DueScores::waiting);
        registry.gauge("county.scorer.models", dues, ScorerMetrics::models);
    }

    /** Purposes that have a model in use. */
    private static long models(DueScores dues) {
        return dues.inUse().stream().filter(each -> each.model().isPresent()).count();
    }

    void issued() {
        issued.increment();
    }

    void refused() {
        refused.increment();
    }
}
