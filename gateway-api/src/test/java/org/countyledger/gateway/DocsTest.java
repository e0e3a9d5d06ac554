package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class DocsTest {
    private final TestCounty county;
    private final Api api;

    DocsTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    @Test
    void thePageNamesEveryRouteAndEveryRuleAndRunsNothing() {
        var answer = api.anybody()
                .get()
                .uri("/docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        String page = new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
        assertThat(page).contains("/v1/{collection}/{id}", "/v1/events", "/openapi.yaml");
        county.bean(Tables.class)
                .all()
                .forEach(table ->
                        table.rows().forEach(row -> assertThat(page).contains("<td>" + row.rule() + "</td>")));
        assertThat(page).doesNotContain("<script", "javascript:");
        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'");
    }
}
