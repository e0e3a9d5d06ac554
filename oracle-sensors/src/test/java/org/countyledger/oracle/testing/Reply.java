package org.countyledger.oracle.testing;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the oracle. */
public record Reply(int status, HttpHeaders headers, JsonNode body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public static Reply of(WebTestClient.ResponseSpec response) {
        EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
        byte[] content = result.getResponseBody();
        String text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
        return new Reply(
                result.getStatus().value(),
                result.getResponseHeaders(),
                text.startsWith("{") || text.startsWith("[") ? MAPPER.readTree(text) : MAPPER.nullNode());
    }

    /** The text at a JSON pointer, empty if there is none. */
    public String at(String pointer) {
        return body.at(pointer).asString("");
    }

    public long numberAt(String pointer) {
        return body.at(pointer).asLong(-1);
    }

    /** This answer, if it has the status; else it says what it was. */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected status " + expected + ", found " + status + ": " + body);
        }
        return this;
    }
}
