package org.countyledger.domain.sensing;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import java.util.List;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/** Batch of windows 窗口批: the windows stand in its header once; its event names their digest. */
public final class WindowBatchTable {
    private static final FieldType OBJECTS = new FieldType.ListOf(new FieldType.Composite(List.of()), 1, 1000);

    public static final Lifecycle TABLE = lifecycle(
            Kind.WINDOW_BATCH,
            WindowBatchState.class,
            "R30",
            rows(row("D21")
                    .creates()
                    .action("commit")
                    .to(WindowBatchState.COMMITTED)
                    .openedBy("D12", "D13")
                    .shows(
                            field("datastream", FieldType.NAME),
                            oneOf("ingest", Ingest.class),
                            field("first", FieldType.COUNT),
                            field("last", FieldType.COUNT),
                            field("batchRoot", FieldType.DIGEST),
                            field("ruleVersion", FieldType.NAME),
                            field("configDigest", FieldType.DIGEST))
                    .keeps(field("windows", OBJECTS), field("signatures", OBJECTS))
                    .source("RFC 9162")));

    private WindowBatchTable() {}
}
