package org.countyledger.oracle.ledger;

import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether a peer answers, and commits are seen. */
@Component
final class LedgerHealthIndicator implements HealthIndicator {
    private final LedgerClient client;

    LedgerHealthIndicator(LedgerClient client) {
        this.client = client;
    }

    @Override
    public Health health() {
        try {
            Health.Builder health = Health.up().withDetail("height", client.height());
            client.trouble().ifPresent(trouble -> health.down().withDetail("commits", trouble));
            return health.build();
        } catch (LedgerException e) {
            return Health.down().withDetail("trouble", e.failure().sentence()).build();
        }
    }
}
