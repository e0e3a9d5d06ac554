package org.countyledger.gateway.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Headers of every answer: its request's id, nothing for browsers to guess or to keep unless the answer says so. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ResponseHeaders implements WebFilter {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern GIVEN_ID = Pattern.compile("[0-9A-Za-z._-]{8,64}");

    /** Method, time, size, media type and rate are refused before a body is read. */
    private static final Set<Integer> UNREAD = Set.of(405, 408, 413, 415, 429);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(REQUEST_ID))
                .filter(given -> GIVEN_ID.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        ServerWebExchange named = exchange.mutate()
                .request(request -> request.header(REQUEST_ID, id))
                .build();
        ServerHttpResponse response = named.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            complete(response.getHeaders(), id);
            endAfterUnreadBody(response);
        }));
        return chain.filter(named);
    }

    /** Where a body was refused unread, what follows on the connection would have to wait for it, or be taken for it. */
    private static void endAfterUnreadBody(ServerHttpResponse response) {
        if (Optional.ofNullable(response.getStatusCode())
                .filter(status -> UNREAD.contains(status.value()))
                .isPresent()) {
            response.getHeaders().setConnection("close");
        }
    }

    private static void complete(HttpHeaders headers, String id) {
        headers.set(REQUEST_ID, id);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (!headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            headers.setCacheControl("no-store");
        }
        headers.setVary(java.util.List.of(HttpHeaders.ORIGIN, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION));
    }
}
