package org.countyledger.network.lifecycles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.State;

/** The states of one kind and the rules that lead from one to another; rules that leave the state stand in the table. */
record Diagram(List<State> states, List<Arrow> arrows) {

    /**
     * All rules that lead from one state to another.
     *
     * @param from absent where the record is created
     */
    record Arrow(Optional<State> from, State to, List<String> rules) {
        String label() {
            return String.join(", ", rules);
        }
    }

    private record Way(Optional<State> from, State to) {}

    static Diagram of(Lifecycle table) {
        Map<Way, List<String>> rules = table.rows().stream()
                .filter(row -> !row.passage().to().equals(Row.SAME))
                .flatMap(row -> ways(table, row).map(way -> Map.entry(way, row.rule())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Diagram(
                table.states(),
                rules.entrySet().stream()
                        .map(entry -> new Arrow(
                                entry.getKey().from(),
                                entry.getKey().to(),
                                entry.getValue().stream().distinct().toList()))
                        .toList());
    }

    private static Stream<Way> ways(Lifecycle table, Row row) {
        State to = table.state(row.passage().to());
        return row.passage().creates()
                ? Stream.of(new Way(Optional.empty(), to))
                : table.states().stream()
                        .filter(state -> row.passage().anyState()
                                ? !state.isTerminal()
                                : row.passage().from().contains(state.name()))
                        .map(state -> new Way(Optional.of(state), to));
    }
}
