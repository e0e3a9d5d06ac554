package org.countyledger.gateway.records;

import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.stereotype.Component;

/** The collections of the API: one for each kind that has a table. */
@Component
public final class Collections {
    private final Tables tables;

    Collections(Tables tables) {
        this.tables = tables;
    }

    /** Table of the kind with this path segment. */
    public Lifecycle table(String collection) {
        return Kind.ofCollection(collection)
                .flatMap(tables::find)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }

    /** Table of the kind with this path segment, if it has such an action. */
    Lifecycle tableWith(String collection, String action) {
        Lifecycle table = table(collection);
        if (!table.knows(action)) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return table;
    }
}
