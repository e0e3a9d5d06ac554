package org.countyledger.risk.scorer;

import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether a peer answers, commits are seen, and blocks are followed. */
@Component
final class LedgerHealthIndicator implements HealthIndicator {
    private final LedgerClient client;
    private final Following following;

    LedgerHealthIndicator(LedgerClient client, Following following) {
        this.client = client;
        this.following = following;
    }

    @Override
    public Health health() {
        try {
            Health.Builder health = Health.up().withDetail("height", client.height());
            client.trouble().ifPresent(trouble -> health.down().withDetail("commits", trouble));
            following.trouble().ifPresent(trouble -> health.down().withDetail("blocks", trouble));
            return health.build();
        } catch (LedgerException e) {
            return Health.down().withDetail("trouble", e.failure().sentence()).build();
        }
    }
}
