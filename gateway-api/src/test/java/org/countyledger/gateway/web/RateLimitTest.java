package org.countyledger.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class RateLimitTest {
    private static final int BURST = 3;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RateLimit limit = new RateLimit(
            new LimitSettings(1, BURST, 1, Duration.ofSeconds(1)),
            new Refusals(JsonMapper.builder().build()),
            registry);

    private MockServerWebExchange ask(String address, String path) {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get(path).remoteAddress(new InetSocketAddress(address, 1)));
        limit.filter(
                        exchange,
                        passed -> Mono.fromRunnable(() -> passed.getResponse().setStatusCode(HttpStatus.OK)))
                .block();
        return exchange;
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreServed() {
        for (int i = 0; i < BURST; i++) {
            MockServerWebExchange served = ask("192.0.2.1", "/v1/policies");
            assertThat(served.getResponse().getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(served.getResponse().getHeaders().getFirst("RateLimit-Remaining"))
                    .isEqualTo(Integer.toString(BURST - 1 - i));
        }
        MockServerWebExchange refused = ask("192.0.2.1", "/v1/policies");
        assertThat(refused.getResponse().getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refused.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(Objects.requireNonNull(
                        refused.getResponse().getBodyAsString().block()))
                .contains("\"code\":\"rate-limited\"");
        assertThat(ask("192.0.2.2", "/v1/policies").getResponse().getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(registry.counter("county.requests.limited").count()).isEqualTo(1);
    }

    @Test
    void healthIsAlwaysAnswered() {
        for (int i = 0; i < 10 * BURST; i++) {
            assertThat(ask("192.0.2.3", "/actuator/health").getResponse().getStatusCode())
                    .isEqualTo(HttpStatus.OK);
        }
    }
}
