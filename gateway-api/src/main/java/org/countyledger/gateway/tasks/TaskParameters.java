package org.countyledger.gateway.tasks;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.countyledger.gateway.projection.TaskCursor;
import org.countyledger.gateway.records.BodyProblems;
import org.jspecify.annotations.Nullable;

/** Which part of an inbox, and what beside it. */
public record TaskParameters(
        @Parameter(description = "risk: bands and reasons of the records' scores, for roles that may see them")
        @Nullable
        Include include,

        @Parameter(description = "At most this many, 1 to 50; 50 if left out") @Nullable
        Integer limit,

        @Parameter(description = "nextCursor of the part before") @Nullable
        String cursor) {
    private static final int MOST = 50;

    /** What may be asked for beside the records. */
    public enum Include {
        risk
    }

    int size() {
        int size = limit == null ? MOST : limit;
        if (size < 1 || size > MOST) {
            throw BodyProblems.only("limit", BodyProblems.NOT_WELL_FORMED);
        }
        return size;
    }

    Optional<TaskCursor> place() {
        return Optional.ofNullable(cursor)
                .filter(text -> !text.isEmpty())
                .map(text -> TaskCursor.parse(text)
                        .orElseThrow(() -> BodyProblems.only("cursor", BodyProblems.NOT_WELL_FORMED)));
    }

    boolean withRisk() {
        return include == Include.risk;
    }
}
