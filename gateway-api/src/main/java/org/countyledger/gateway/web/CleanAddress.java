package org.countyledger.gateway.web;

import java.util.List;
import java.util.Map;
import org.countyledger.gateway.problem.ProblemCode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Refuses control characters in paths and parameters: nothing here is called so, and PostgreSQL has no NUL. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class CleanAddress implements WebFilter {
    private final Refusals refusals;

    CleanAddress(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isClean(exchange.getRequest())
                ? chain.filter(exchange)
                : refusals.refuse(exchange, ProblemCode.MALFORMED_REQUEST);
    }

    private static boolean isClean(ServerHttpRequest request) {
        return isClean(path(request))
                && request.getQueryParams().entrySet().stream().allMatch(CleanAddress::isClean);
    }

    private static String path(ServerHttpRequest request) {
        try {
            return UriUtils.decode(request.getPath().value(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "\0";
        }
    }

    private static boolean isClean(Map.Entry<String, List<String>> parameter) {
        return isClean(parameter.getKey())
                && parameter.getValue().stream().allMatch(value -> value == null || isClean(value));
    }

    private static boolean isClean(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
