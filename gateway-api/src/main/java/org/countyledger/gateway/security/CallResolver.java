package org.countyledger.gateway.security;

import java.util.Map;
import java.util.Optional;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller its {@link Call}. Checking a signature takes no I/O, so it may be done on an event loop. */
@Component
public final class CallResolver implements HandlerMethodArgumentResolver {
    /** Scheme under which residents read what is theirs. */
    public static final String RECORD_KEY = "RecordKey ";

    private static final String SCHEME = "bearer ";
    private static final Text UNKNOWN =
            new Text("令牌中的人员未在本网关登记。", "The token's subject is no officer of this gateway.");

    private final Tokens tokens;
    private final Roster roster;

    CallResolver(Tokens tokens, Roster roster) {
        this.tokens = tokens;
        this.roster = roster;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Map<String, String> path =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        return Mono.fromSupplier(() -> new Call(caller(headers), path, headers));
    }

    private Caller caller(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
                .map(this::authorized)
                .orElseGet(Caller.Anonymous::new);
    }

    /** A resident's key proves itself to the contract, not to the gateway. */
    private Caller authorized(String authorization) {
        if (authorization.regionMatches(true, 0, RECORD_KEY, 0, RECORD_KEY.length())) {
            return new Caller.Anonymous();
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
        }
        String subject = tokens.subject(authorization.substring(SCHEME.length()).strip());
        return roster.officer(subject)
                .map(Caller.Officer::new)
                .orElseThrow(() -> new ProblemException(Finding.of(ProblemCode.NOT_ALLOWED, UNKNOWN)));
    }
}
