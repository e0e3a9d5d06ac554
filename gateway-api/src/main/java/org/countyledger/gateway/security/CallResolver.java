package org.countyledger.gateway.security;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
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

    private static final Text TWO_PERSONS =
            new Text("令牌与系统证书指向不同的人员。", "Token and system's certificate lead to different officers.");

    private final Bearers bearers;
    private final Systems systems;

    CallResolver(Bearers bearers, Systems systems) {
        this.bearers = bearers;
        this.systems = systems;
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
        return Mono.fromSupplier(() -> new Call(caller(exchange.getRequest()), path, headers));
    }

    private Caller caller(ServerHttpRequest request) {
        Caller named = caller(request.getHeaders());
        return Optional.ofNullable(request.getSslInfo())
                .map(SslInfo::getPeerCertificates)
                .filter(shown -> shown.length > 0)
                .map(shown -> system(shown[0], named))
                .orElse(named);
    }

    /** A token beside a certificate says nothing new, or the request is somebody's mistake. */
    private Caller system(X509Certificate certificate, Caller named) {
        ClientIdentity identity = systems.identity(certificate);
        if (named instanceof Caller.Officer officer
                && !officer.identity().subject().equals(identity.subject())) {
            throw new ProblemException(Finding.of(ProblemCode.NOT_ALLOWED, TWO_PERSONS));
        }
        return new Caller.Officer(identity);
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
        return bearers.officer(authorization.substring(SCHEME.length()).strip());
    }
}
