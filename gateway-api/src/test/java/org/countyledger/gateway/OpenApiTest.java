package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the API is a file that people review: a change of the routes changes it in the same commit. */
@ExtendWith(SharedCounty.class)
class OpenApiTest {
    private static final Path GOLDEN = Path.of("..", "docs", "api", "openapi.yaml");

    private final Api api;

    OpenApiTest(TestCounty county) {
        this.api = county.api();
    }

    @Test
    void theDescriptionThatIsKeptIsServed() throws IOException {
        byte[] served = body("/openapi.yaml");
        assertThat(new String(served, StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN));
    }

    private byte[] body(String path) {
        return Objects.requireNonNull(api.anybody()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    @Test
    void theDescriptionIsTheOneThatIsKept() throws IOException {
        String text = new String(body("/v3/api-docs.yaml"), StandardCharsets.UTF_8);
        Path actual = Path.of("target", "openapi.yaml");
        Files.createDirectories(actual.resolveSibling("."));
        Files.writeString(actual, text);
        assertThat(text)
                .as("docs/api/openapi.yaml; if the change is meant, copy gateway-api/target/openapi.yaml there")
                .isEqualTo(Files.readString(GOLDEN));
    }
}
