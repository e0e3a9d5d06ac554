package org.countyledger.gateway.metrics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.Position;
import org.springframework.stereotype.Component;

/** Makes metrics. Those for the public are made once a minute. */
@Component
final class MetricDesk {
    private final Figures figures;
    private final Position position;
    private final PolicyBook policies;
    private final LoadingCache<Metric, MetricResource> published =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(this::whole);

    MetricDesk(Figures figures, Position position, LedgerFacts facts) {
        this.figures = figures;
        this.position = position;
        this.policies = new PolicyBook(facts);
    }

    BlockRange upTo(long from) {
        return new BlockRange(from, position.block());
    }

    MetricResource metric(Metric metric, BlockRange range) {
        String purpose =
                policies.county(Instant.now()).filter(County::isDemonstration).isPresent()
                        ? Purpose.DEMO.name()
                        : Purpose.LEGAL.name();
        List<Cell> cells = metric.measures().stream()
                .flatMap(measure -> figures.of(measure, range).stream())
                .toList();
        return MetricResource.of(metric, purpose, range, cells);
    }

    private MetricResource whole(Metric metric) {
        return metric(metric, upTo(0)).forThePublic();
    }

    List<MetricResource> published() {
        return Arrays.stream(Metric.values()).map(published::get).toList();
    }
}
