package org.countyledger.acceptance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** What a server answered. */
public record Reply(String request, int status, HttpHeaders headers, String text) {

    /** Whether a private value stands where it was to be staged. */
    boolean isStaged() {
        return status == 200 || status == 201;
    }

    /** The same reply, if it has one of these statuses. */
    public Reply expect(int... statuses) {
        assertThat(Arrays.stream(statuses).boxed())
                .as("%s answered %d %s; wanted: one of", request, status, text)
                .contains(status);
        return this;
    }

    /** The same reply, if it is this problem and has its form (RFC 9457). */
    public Reply expectProblem(int expected, String code) {
        expect(expected);
        assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
        assertThat(at("/code")).as("%s answered %s", request, text).isEqualTo(code);
        assertThat(at("/type")).endsWith("/" + code);
        assertThat(number("/status")).isEqualTo(expected);
        assertThat(at("/title")).isNotBlank();
        return this;
    }

    public JsonNode body() {
        return Json.read(text);
    }

    /** Text at a JSON pointer; empty if there is none. */
    public String at(String pointer) {
        return body().at(pointer).asString("");
    }

    /** Number at a JSON pointer; -1 if there is none. */
    public long number(String pointer) {
        return body().at(pointer).asLong(-1);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
