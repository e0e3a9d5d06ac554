package org.countyledger.domain.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.record.Kind;

/**
 * The table of one kind of record: its states and every permitted transition. What no row allows is refused.
 *
 * @param retention class of domain.md 3.10
 */
public record Lifecycle(Kind kind, List<State> states, String retention, List<Row> rows) {
    public Lifecycle {
        states = List.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** A table of the rows of all these sections. */
    public static <S extends Enum<S> & State> Lifecycle lifecycle(
            Kind kind, Class<S> states, String retention, RowBuilder[]... sections) {
        return new Lifecycle(
                kind,
                Arrays.asList(states.getEnumConstants()),
                retention,
                Arrays.stream(sections)
                        .flatMap(Arrays::stream)
                        .map(RowBuilder::build)
                        .toList());
    }

    /** The rows of a table, or of a section of a long one. */
    public static RowBuilder[] rows(RowBuilder... rows) {
        return rows;
    }

    /** The same table with the rows that every kind has. */
    Lifecycle and(List<Row> common) {
        return new Lifecycle(
                kind,
                states,
                retention,
                Stream.concat(rows.stream(), common.stream()).toList());
    }

    /** The state of this name in a header of this kind. */
    public State state(String name) {
        return states.stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind + " has no state " + name));
    }

    public boolean knows(String action) {
        return rows.stream().anyMatch(row -> row.action().equals(action));
    }

    /** Id of the first rule of this action, to name in a refusal. */
    public String firstRule(String action) {
        return rows.stream()
                .filter(row -> row.action().equals(action))
                .map(Row::rule)
                .findFirst()
                .orElse("");
    }

    public List<Row> rows(String action) {
        return rows.stream().filter(row -> row.action().equals(action)).toList();
    }

    /** Rows of the action that create the record, or that leave from this state. */
    public List<Row> rows(String action, Optional<String> state) {
        return rows(action).stream().filter(row -> leaves(row, state)).toList();
    }

    /** Rows that leave from this state. */
    public List<Row> rowsFrom(String state) {
        return rows.stream().filter(row -> leaves(row, Optional.of(state))).toList();
    }

    private boolean leaves(Row row, Optional<String> state) {
        return state.map(name -> !row.passage().creates() && row.leaves(state(name)))
                .orElseGet(() -> row.passage().creates());
    }

    /** The row of this rule, e.g. to open a record. */
    public Row rule(String id) {
        return rows.stream()
                .filter(row -> row.rule().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind + " has no rule " + id));
    }
}
