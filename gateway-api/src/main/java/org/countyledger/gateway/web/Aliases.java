package org.countyledger.gateway.web;

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
    private static final String KNOWN = "/v1/welfare/applications";
    private static final String NAME = "/v1/welfare-applications";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        boolean isAlias =
                path.startsWith(KNOWN) && (path.length() == KNOWN.length() || path.charAt(KNOWN.length()) == '/');
        return chain.filter(isAlias ? renamed(exchange, NAME + path.substring(KNOWN.length())) : exchange);
    }

    private static ServerWebExchange renamed(ServerWebExchange exchange, String path) {
        return exchange.mutate().request(request -> request.path(path)).build();
    }
}
