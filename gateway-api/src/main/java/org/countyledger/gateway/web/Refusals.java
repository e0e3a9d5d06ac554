package org.countyledger.gateway.web;

import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.Problem;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemResponses;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that never reach a controller, in the form of all other problems. */
@Component
final class Refusals {
    private final JsonMapper mapper;

    Refusals(JsonMapper mapper) {
        this.mapper = mapper;
    }

    Mono<Void> refuse(ServerWebExchange exchange, ProblemCode code) {
        ServerHttpRequest request = exchange.getRequest();
        ResponseEntity<Problem> problem =
                ProblemResponses.of(Finding.of(code), request.getPath().value(), request.getHeaders());
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.getStatusCode());
        response.getHeaders().putAll(problem.getHeaders());
        DataBuffer body = response.bufferFactory().wrap(mapper.writeValueAsBytes(problem.getBody()));
        return response.writeWith(Mono.just(body));
    }
}
