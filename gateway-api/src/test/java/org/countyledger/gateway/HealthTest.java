package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class HealthTest {
    private final Api api;

    HealthTest(TestCounty county) {
        this.api = county.api();
    }

    @Test
    void healthSaysHowLedgerDatabaseAndProjectionAre() {
        Welfare.submitted(api);
        Reply health = api.read(api.anybody(), "/actuator/health").expect(200);
        assertThat(health.at("/components/ledger/status")).isEqualTo("UP");
        assertThat(health.at("/components/db/status")).isEqualTo("UP");
        assertThat(health.numberAt("/components/projection/details/block")).isPositive();
        assertThat(health.numberAt("/components/projection/details/behindBlocks"))
                .isBetween(0L, 5L);
    }

    @Test
    void metricsArePublishedForPrometheus() {
        String page = new String(
                java.util.Objects.requireNonNull(api.anybody()
                        .get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("county_projection_block", "http_server_requests_seconds");
    }
}
