package org.countyledger.gateway.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Paths that people know by another name. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Aliases implements WebFilter {
    private static final Map<String, String> NAMES = Map.of(
            "/v1/welfare/applications", "/v1/welfare-applications",
            "/v1/audit/engagements", "/v1/audit-engagements",
            "/v1/audit/findings", "/v1/audit-findings",
            "/v1/audit/access-records", "/v1/access-records",
            "/v1/public/policies", "/v1/policies",
            "/v1/public/calendar", "/v1/calendars",
            "/v1/public/exceedances", "/v1/exceedances");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        return chain.filter(NAMES.keySet().stream()
                .filter(known -> isAt(known, path))
                .findFirst()
                .map(known -> renamed(
                        exchange, Optional.ofNullable(NAMES.get(known)).orElse(known) + path.substring(known.length())))
                .orElse(exchange));
    }

    private static boolean isAt(String known, String path) {
        return path.startsWith(known) && (path.length() == known.length() || path.charAt(known.length()) == '/');
    }

    private static ServerWebExchange renamed(ServerWebExchange exchange, String path) {
        return exchange.mutate().request(request -> request.path(path)).build();
    }
}
