package org.countyledger.gateway.records;

import java.util.Optional;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/**
 * What the path of a command names.
 *
 * @param id absent: a record is to be created
 * @param action absent: the body, or the table's only way to create a record, names it
 */
record Target(Lifecycle table, Optional<String> id, Optional<String> action) {

    static Target creation(Lifecycle table) {
        return new Target(table, Optional.empty(), Optional.empty());
    }

    static Target of(Lifecycle table, String id, String action) {
        return new Target(table, Optional.of(id), Optional.of(action));
    }

    Kind kind() {
        return table.kind();
    }

    boolean creates() {
        return id.isEmpty();
    }
}
