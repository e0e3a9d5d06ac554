package org.countyledger.domain.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.record.Kind;

/**
 * The table of one kind of record: its states and every permitted transition. What no row allows is refused.
 */
public final class Lifecycle {
    private final Kind kind;
    private final List<State> states;
    private final String retention;
    private final List<Row> rows;
    private final Map<String, State> stateByName = new HashMap<>();
    private final Map<String, Row> byRule = new HashMap<>();
    private final Map<String, String> firstRuleByAction = new HashMap<>();
    private final Map<String, List<Row>> creating = new HashMap<>();
    private final Map<String, Map<String, List<Row>>> leaving = new HashMap<>();

    public Lifecycle(Kind kind, List<State> states, String retention, List<Row> rows) {
        this.kind = kind;
        this.states = List.copyOf(states);
        this.retention = retention;
        this.rows = List.copyOf(rows);
        this.states.forEach(state -> {
            stateByName.put(state.name(), state);
            leaving.put(state.name(), new HashMap<>());
        });
        this.rows.forEach(this::index);
    }

    /** A decision asks for rows by action and state, so it does not look through the whole table. */
    private void index(Row row) {
        byRule.putIfAbsent(row.rule(), row);
        firstRuleByAction.putIfAbsent(row.action(), row.rule());
        if (row.passage().creates()) {
            creating.computeIfAbsent(row.action(), action -> new ArrayList<>()).add(row);
            return;
        }
        states.stream()
                .filter(row::leaves)
                .forEach(state -> leaving.getOrDefault(state.name(), new HashMap<>())
                        .computeIfAbsent(row.action(), action -> new ArrayList<>())
                        .add(row));
    }

    public Kind kind() {
        return kind;
    }

    public List<State> states() {
        return states;
    }

    /** Class of domain.md 3.10. */
    public String retention() {
        return retention;
    }

    public List<Row> rows() {
        return rows;
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
        return Optional.ofNullable(stateByName.get(name))
                .orElseThrow(() -> new IllegalStateException(kind + " has no state " + name));
    }

    public boolean knows(String action) {
        return firstRuleByAction.containsKey(action);
    }

    /** Id of the first rule of this action, to name in a refusal. */
    public String firstRule(String action) {
        return firstRuleByAction.getOrDefault(action, "");
    }

    public List<Row> rows(String action) {
        return rows.stream().filter(row -> row.action().equals(action)).toList();
    }

    /** Rows of the action that create the record, or that leave from this state. */
    public List<Row> rows(String action, Optional<String> state) {
        if (state.isEmpty()) {
            return creating.getOrDefault(action, List.of());
        }
        return Optional.ofNullable(leaving.get(state.get()))
                .orElseThrow(() -> new IllegalStateException(kind + " has no state " + state.get()))
                .getOrDefault(action, List.of());
    }

    /** Rows that leave from this state. */
    public List<Row> rowsFrom(String state) {
        State from = state(state);
        return rows.stream()
                .filter(row -> !row.passage().creates() && row.leaves(from))
                .toList();
    }

    /** The row of this rule, e.g. to open a record. */
    public Row rule(String id) {
        return Optional.ofNullable(byRule.get(id))
                .orElseThrow(() -> new IllegalStateException(kind + " has no rule " + id));
    }
}
