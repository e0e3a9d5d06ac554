package org.countyledger.network.lifecycles;

import java.util.List;
import java.util.stream.Stream;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Tables;

/** Tables as plain lines. */
public final class LifecycleText {
    private final CountyRules rules;

    public LifecycleText(Tables tables) {
        this.rules = new CountyRules(tables);
    }

    /** All kinds, one line each. */
    public Stream<String> kinds() {
        return rules.tables().all().stream()
                .map(table -> "%-20s %s  %2d states, %2d rules"
                        .formatted(
                                table.kind().wireName(),
                                table.kind().family().label(),
                                table.states().size(),
                                rules.own(table).size()));
    }

    /** One kind: its states, then its rules. */
    public Stream<String> table(Lifecycle table) {
        return Stream.of(
                        Stream.of(rules.summary(table), ""),
                        table.states().stream().map(LifecycleText::state),
                        Stream.of(""),
                        rules.own(table).stream().flatMap(LifecycleText::rule),
                        Stream.of("Every kind of record also has the rules Z01 to Z11: docs/policy/common.md."))
                .flatMap(lines -> lines);
    }

    private static String state(State state) {
        return "  %-20s %s  %s%s"
                .formatted(state.name(), state.label().zh(), state.label().en(), state.isTerminal() ? " (ends)" : "");
    }

    private static Stream<String> rule(RowWords row) {
        String head = "%s  %s → %s  %s".formatted(row.rule(), row.from(), row.to(), row.action());
        List<String> more = List.of(
                line("who", row.who()),
                line("must", row.must()),
                line("clocks", row.clocks()),
                line("opens", row.opens()),
                line("clear", row.clear()),
                line("private", row.hidden()),
                line("law", row.source()));
        return Stream.of(Stream.of(head), more.stream().filter(text -> !text.isEmpty()), Stream.of(""))
                .flatMap(lines -> lines);
    }

    private static String line(String what, String words) {
        return words.isEmpty() ? "" : "     %-8s %s".formatted(what, words);
    }
}
