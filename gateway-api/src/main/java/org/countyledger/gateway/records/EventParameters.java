package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Parameter;
import org.countyledger.gateway.projection.Records.EventRange;
import org.jspecify.annotations.Nullable;

/** Which events of a record; every part may be left out. */
record EventParameters(
        @Parameter(description = "Events after this sequence") @Nullable
        Long after,

        @Parameter(description = "At most this many, 1 to 200; 200 if left out") @Nullable
        Integer limit) {
    private static final int MOST = 200;

    EventRange range() {
        int size = limit == null ? MOST : limit;
        if (size < 1 || size > MOST) {
            throw BodyProblems.only("limit", BodyProblems.NOT_WELL_FORMED);
        }
        return new EventRange(after == null ? 0 : after, size);
    }
}
