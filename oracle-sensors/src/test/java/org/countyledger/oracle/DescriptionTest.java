package org.countyledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.countyledger.oracle.testing.Oracle;
import org.countyledger.oracle.testing.Reply;
import org.countyledger.oracle.testing.SharedCounty;
import org.countyledger.oracle.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the API is a file that people review: a change of the routes changes it in the same commit. */
@ExtendWith(SharedCounty.class)
class DescriptionTest {
    private static final Path GOLDEN = Path.of("..", "docs", "api", "oracle.yaml");

    private final Oracle oracle;

    DescriptionTest(TestCounty county) {
        this.oracle = county.oracle();
    }

    private String body(String path) {
        return new String(
                Objects.requireNonNull(oracle.anybody()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    @Test
    void theDescriptionIsTheOneThatIsKeptAndServed() throws IOException {
        String text = body("/v3/api-docs.yaml");
        Files.writeString(Path.of("target", "oracle.yaml"), text);
        assertThat(text)
                .as("docs/api/oracle.yaml; if the change is meant, copy oracle-sensors/target/oracle.yaml there")
                .isEqualTo(Files.readString(GOLDEN));
        assertThat(body("/openapi.yaml")).isEqualTo(text);
    }

    @Test
    void healthSaysHowLedgerAndDatabaseAre() {
        Reply health = oracle.get("/actuator/health").expect(200);
        assertThat(health.at("/components/ledger/status")).isEqualTo("UP");
        assertThat(health.at("/components/db/status")).isEqualTo("UP");
    }
}
