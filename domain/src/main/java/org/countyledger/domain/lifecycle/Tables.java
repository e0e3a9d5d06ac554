package org.countyledger.domain.lifecycle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.Kind;

/** The tables of all kinds that are registered. */
public final class Tables {
    private final Map<Kind, Lifecycle> byKind = new EnumMap<>(Kind.class);

    /**
     * Joins the tables.
     *
     * @param common rows that every kind has
     */
    public Tables(List<Lifecycle> lifecycles, List<RowBuilder> common) {
        List<Row> rows = common.stream().map(RowBuilder::build).toList();
        for (Lifecycle lifecycle : lifecycles) {
            if (byKind.put(lifecycle.kind(), lifecycle.and(rows)) != null) {
                throw new IllegalStateException(lifecycle.kind() + " is registered twice");
            }
        }
    }

    public Optional<Lifecycle> find(Kind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    public Lifecycle of(Kind kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException(kind + " is not registered"));
    }

    public List<Lifecycle> all() {
        return List.copyOf(byKind.values());
    }
}
