package org.countyledger.gateway.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How far the projection is behind the chain, on the health page and as a metric. */
@Component
final class ProjectionHealthIndicator implements HealthIndicator, MeterBinder {
    private final LedgerClient client;
    private final Projection projection;
    private final Position position;
    private final ProjectionSettings settings;

    ProjectionHealthIndicator(
            LedgerClient client, Projection projection, Position position, ProjectionSettings settings) {
        this.client = client;
        this.projection = projection;
        this.position = position;
        this.settings = settings;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("block", position.block());
        projection.trouble().ifPresent(trouble -> health.down().withDetail("trouble", trouble));
        try {
            long behind = client.height() - 1 - position.block();
            health.withDetail("behindBlocks", behind);
            return behind > settings.lagLimitBlocks() ? health.down().build() : health.build();
        } catch (LedgerException e) {
            return health.withDetail("behindBlocks", "not known").build();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("county.projection.block", position, Position::block)
                .description("Last block that can be read")
                .register(registry);
    }
}
