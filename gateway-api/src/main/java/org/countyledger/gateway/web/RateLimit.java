package org.countyledger.gateway.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.countyledger.gateway.problem.ProblemCode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses requests of an address that asks too often. Health and metrics are always answered. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class RateLimit implements WebFilter {
    private static final int MOST_ADDRESSES = 100_000;

    private final LimitSettings settings;
    private final Refusals refusals;
    private final Counter refused;
    private final LoadingCache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(address -> bucket());

    RateLimit(LimitSettings settings, Refusals refusals, MeterRegistry registry) {
        this.settings = settings;
        this.refusals = refusals;
        this.refused = Counter.builder("county.requests.limited")
                .description("Requests refused because their address asked too often")
                .register(registry);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(settings.burst())
                        .refillGreedy(settings.requestsPerSecond(), Duration.ofSeconds(1))
                        .build())
                .build();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getPath().value().startsWith("/actuator/")) {
            return chain.filter(exchange);
        }
        ConsumptionProbe probe = buckets.get(address(request)).tryConsumeAndReturnRemaining(1);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Limit", Integer.toString(settings.burst()));
        headers.set("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        if (probe.isConsumed()) {
            return chain.filter(exchange);
        }
        refused.increment();
        Mono<Void> refusal = refusals.refuse(exchange, ProblemCode.RATE_LIMITED);
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refusal;
    }

    private static String address(ServerHttpRequest request) {
        return Optional.ofNullable(request.getRemoteAddress())
                .map(remote -> remote.getAddress().getHostAddress())
                .orElse("");
    }
}
