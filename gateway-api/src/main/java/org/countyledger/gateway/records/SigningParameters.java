package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a signing request says in its query; whatever is longer goes into the body of a POST. */
record SigningParameters(
        @Parameter(required = true) @Nullable String action,

        @Parameter(description = "Arguments in clear, as JSON") @Nullable
        String clear,

        @Parameter(description = "Private group to commitment, as JSON") @Nullable
        String commitments) {

    String actionName() {
        if (action == null) {
            throw BodyProblems.only("action", BodyProblems.MISSING);
        }
        return action;
    }

    /** The body that the same command would have. */
    byte[] body() {
        String json = "{\"clear\":%s,\"commitments\":%s}"
                .formatted(Objects.requireNonNullElse(clear, "{}"), Objects.requireNonNullElse(commitments, "{}"));
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
