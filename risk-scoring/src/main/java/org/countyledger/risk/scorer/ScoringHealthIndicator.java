package org.countyledger.risk.scorer;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while a purpose that had a model has none, no purpose ever had one, or a score that is due cannot be made. */
@Component
final class ScoringHealthIndicator implements HealthIndicator {
    private final DueScores dues;
    private final Scoring scoring;
    private final DriftWatch drift;

    ScoringHealthIndicator(DueScores dues, Scoring scoring, DriftWatch drift) {
        this.dues = dues;
        this.scoring = scoring;
        this.drift = drift;
    }

    @Override
    public Health health() {
        List<DueScores.InUse> purposes = dues.inUse();
        Health.Builder health =
                Health.up().withDetail("due", dues.waiting()).withDetail("calibration", drift.calibration());
        if (purposes.isEmpty()) {
            health.down().withDetail("trouble", "No model was ever activated: nothing is scored");
        }
        for (DueScores.InUse each : purposes) {
            health.withDetail(each.purpose(), each.model().orElse("NOT SCORED: no model is in use"));
            if (each.model().isEmpty()) {
                health.down();
            }
        }
        scoring.trouble().ifPresent(trouble -> health.down().withDetail("trouble", trouble));
        return health.build();
    }
}
