package org.countyledger.gateway.projection;

import java.util.List;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Header;
import org.springframework.stereotype.Component;

/** The rows that a timer takes by itself: in force, with a moment, and nothing to fill in. */
@Component
public final class TimedRows {
    private static final Who TIMER = new Who.Holder(Role.SYSTEM_TIMER);

    private final Tables tables;

    public TimedRows(Tables tables) {
        this.tables = tables;
    }

    /** Those that leave from the state in which the record is. */
    public List<Row> of(Header header) {
        return tables.of(header.kind()).rowsFrom(header.state()).stream()
                .filter(TimedRows::isTimed)
                .toList();
    }

    private static boolean isTimed(Row row) {
        return row.inForce()
                && row.who().contains(TIMER)
                && row.checks().notBefore().isPresent()
                && row.arguments().fields().stream().noneMatch(field -> field.required())
                && row.arguments().staged().stream().noneMatch(staged -> staged.required());
    }
}
