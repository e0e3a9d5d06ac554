package org.countyledger.network.api;

import java.util.Arrays;
import org.countyledger.network.CountyException;
import tools.jackson.databind.JsonNode;

/** Tells an answer from problem details (RFC 9457). */
final class Answers {
    private Answers() {}

    static JsonNode require(JsonHttp.Reply reply, int... fine) {
        if (Arrays.stream(fine).noneMatch(status -> status == reply.status())) {
            throw new CountyException(sentence(reply.body()));
        }
        return reply.body();
    }

    /** What a problem says, with its code and the places of the request. */
    static String sentence(JsonNode problem) {
        String detail = problem.path("detail").asString(problem.path("title").asString("There was no reason given."));
        String code = problem.path("refusalCode").asString(problem.path("code").asString(""));
        StringBuilder sentence = new StringBuilder(detail);
        if (!code.isEmpty()) {
            sentence.append(" (").append(code).append(')');
        }
        problem.path("errors")
                .forEach(error -> sentence.append(' ')
                        .append(error.path("pointer").asString(""))
                        .append(": ")
                        .append(error.path("reason").asString("")));
        return sentence.toString();
    }
}
