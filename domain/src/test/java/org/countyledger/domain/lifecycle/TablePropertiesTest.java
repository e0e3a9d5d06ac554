package org.countyledger.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.support.CommonRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every table must be, over all its rows, whether in force or not. */
class TablePropertiesTest {
    private static final int COMMON_ROWS = CommonRows.all().size();

    static List<Lifecycle> tables() {
        return CountyTables.all().all();
    }

    private static Stream<Row> ownRows(Lifecycle table) {
        return table.rows().stream().filter(row -> !row.rule().startsWith("Z"));
    }

    private static boolean leaves(Row row, State state) {
        return !row.passage().creates() && row.leaves(state);
    }

    private static boolean leadsTo(Row row, State state) {
        return row.passage().to().equals(state.name());
    }

    private static boolean moves(Row row) {
        return !row.passage().to().equals(Row.SAME);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleHasTheLetterOfItsKindAndTwoDigits(Lifecycle table) {
        assertThat(ownRows(table).map(Row::rule))
                .allMatch(rule -> rule.matches(table.kind().letter() + "[0-9]{2}"));
        assertThat(ownRows(table).map(Row::rule)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowNamesStatesOfItsTableAndSomebodyWhoMayTakeIt(Lifecycle table) {
        List<String> names = table.states().stream().map(State::name).toList();
        for (Row row : table.rows()) {
            assertThat(names).as(row.rule()).containsAll(row.passage().from());
            assertThat(!moves(row) || names.contains(row.passage().to()))
                    .as(row.rule())
                    .isTrue();
            assertThat(row.who()).as(row.rule()).isNotEmpty();
            assertThat(row.standing().source().text()).as(row.rule()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyStateIsReached(Lifecycle table) {
        Set<State> reached = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = reached.addAll(next(table, reached));
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(table.states());
    }

    private static List<State> next(Lifecycle table, Set<State> reached) {
        return table.states().stream()
                .filter(state -> table.rows().stream()
                        .filter(row -> leadsTo(row, state))
                        .anyMatch(row ->
                                row.passage().creates() || reached.stream().anyMatch(from -> leaves(row, from))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyStateHasAWayToATerminalState(Lifecycle table) {
        Set<State> ends = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = ends.addAll(table.states().stream()
                    .filter(state -> state.isTerminal() || leadsInto(table, state, ends))
                    .toList());
        }
        assertThat(ends).containsExactlyInAnyOrderElementsOf(table.states());
    }

    private static boolean leadsInto(Lifecycle table, State state, Set<State> ends) {
        return table.rows().stream()
                .filter(row -> leaves(row, state))
                .anyMatch(row -> ends.stream().anyMatch(end -> leadsTo(row, end)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noRowLeavesATerminalState(Lifecycle table) {
        List<State> terminal = table.states().stream().filter(State::isTerminal).toList();
        assertThat(terminal).isNotEmpty();
        for (Row row : table.rows()) {
            boolean leaves = terminal.stream().anyMatch(state -> leaves(row, state));
            assertThat(leaves).as(row.rule()).isEqualTo(row.passage().terminalToo());
            assertThat(leaves && moves(row)).as(row.rule()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void statesAreReadInChineseAndEnglish(Lifecycle table) {
        assertThat(table.states().stream().map(state -> state.label().zh())).doesNotHaveDuplicates();
        assertThat(table.states().stream().map(state -> state.label().en())).doesNotHaveDuplicates();
        assertThat(table.states())
                .allMatch(state -> state.label()
                        .zh()
                        .codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rowsInForceNeedWhatTheySay(Lifecycle table) {
        for (Row row : table.rows()) {
            boolean awaits = row.effects().clocks().stream().anyMatch(ClockStep.Awaits.class::isInstance);
            assertThat(!awaits || row.arguments().staged().stream().anyMatch(staged -> !staged.forOpened()))
                    .as("%s waits for a document of its own", row.rule())
                    .isTrue();
            assertThat(!row.passage().creates() || moves(row)).as(row.rule()).isTrue();
        }
    }

    @Test
    void whatIsInForceIsCounted() {
        long inForce = rows().filter(Row::inForce).count();
        long notYet = rows().filter(row -> !row.inForce()).count();
        System.out.printf("lifecycle rows: %d in force, %d NOT_YET%n", inForce, notYet);
        assertThat(inForce + notYet)
                .isEqualTo(tables().stream()
                                .mapToLong(table -> ownRows(table).count())
                                .sum()
                        + COMMON_ROWS);
    }

    /** Every table's own rows, and the common ones once. */
    private static Stream<Row> rows() {
        return Stream.concat(
                tables().stream().flatMap(TablePropertiesTest::ownRows),
                CommonRows.all().stream().map(RowBuilder::build));
    }
}
