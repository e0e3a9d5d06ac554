package org.countyledger.oracle.security;

import java.util.Optional;
import java.util.Set;
import org.countyledger.oracle.problem.ProblemCode;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.problem.Text;
import org.countyledger.oracle.settings.OracleSettings;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives a controller its {@link Feeder}, or refuses before the body is read. Checking a signature takes no I/O, so it may
 * be done on an event loop.
 */
@Component
public final class FeederResolver implements HandlerMethodArgumentResolver {
    private static final String SCHEME = "bearer ";
    private static final Text NOT_TAKEN =
            new Text("令牌无效、已过期或并非由本县签发。", "The token is invalid, expired, or not issued by this county.");
    private static final Text NO_FEEDER = new Text("令牌中的人员不得报送监测数据。", "The token's subject may not feed readings.");

    private final Tokens tokens;
    private final Set<String> feeders;

    FeederResolver(Tokens tokens, OracleSettings settings) {
        this.tokens = tokens;
        this.feeders = settings.oracle().feeders();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Feeder.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> feeder(exchange.getRequest().getHeaders()));
    }

    private Feeder feeder(HttpHeaders headers) {
        String subject = Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .flatMap(tokens::subject)
                .orElseThrow(() -> new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED, NOT_TAKEN));
        if (!feeders.contains(subject)) {
            throw new ProblemException(ProblemCode.NOT_ALLOWED, NO_FEEDER);
        }
        return new Feeder(subject);
    }
}
