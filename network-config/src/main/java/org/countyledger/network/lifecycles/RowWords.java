package org.countyledger.network.lifecycles;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Row.Passage;
import org.countyledger.domain.lifecycle.Source;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Who;

/**
 * One row as people read it; what is not said is empty.
 *
 * @param must separations of duty and other conditions that every row can have; its own guards stand in the code
 * @param opens kinds of record that it may open
 */
record RowWords(
        String rule,
        String from,
        String action,
        String to,
        String who,
        String must,
        String clocks,
        String opens,
        String clear,
        String hidden,
        String source) {
    private static final Pattern PARTY = Pattern.compile("PARTY_[1-5]");

    static RowWords of(Lifecycle table, Row row, String opens) {
        return new RowWords(
                row.rule(),
                from(table, row.passage()),
                row.action() + row.passage().variant().map(word -> ":" + word).orElse(""),
                to(table, row.passage()),
                row.who().stream().map(RowWords::who).collect(Collectors.joining(", ")),
                must(row.checks()),
                new ClockWords(table.kind().prefix()).of(row.effects().clocks()),
                opens,
                row.arguments().fields().stream()
                        .map(field -> field.required() ? field.name() : field.name() + "?")
                        .collect(Collectors.joining(", ")),
                row.arguments().staged().stream()
                        .map(staged -> staged.required() ? staged.group() : staged.group() + "?")
                        .collect(Collectors.joining(", ")),
                source(row.standing().source()));
    }

    private static String from(Lifecycle table, Passage passage) {
        if (passage.creates()) {
            return "–";
        }
        if (passage.anyState()) {
            return passage.terminalToo() ? "* (also ended)" : "*";
        }
        return table.states().stream()
                .map(State::name)
                .filter(passage.from()::contains)
                .collect(Collectors.joining(", "));
    }

    private static String to(Lifecycle table, Passage passage) {
        if (passage.to().equals(Row.SAME)) {
            return Row.SAME;
        }
        return table.state(passage.to()).isTerminal() ? passage.to() + " ■" : passage.to();
    }

    private static String who(Who who) {
        return switch (who) {
            case Who.Holder holder -> name(holder.role());
            case Who.HolderIf holder -> name(holder.role()) + "?";
            case Who.HolderAt holder -> name(holder.role()) + " of the department concerned";
            case Who.Key key ->
                key.roles().stream()
                        .map(role -> "key:" + PARTY.matcher(role.name()).replaceFirst("PARTY"))
                        .distinct()
                        .collect(Collectors.joining(", "));
            case Who.HandlingOfficer officer -> "any officer of the handling department";
            case Who.AnyHand hand -> "any officer with a hand on it";
            case Who.AnyOfficer officer -> "any officer";
            case Who.Anyone anyone -> "anyone";
            case Who.OpenedBy rules ->
                "opened by " + rules.rules().stream().sorted().collect(Collectors.joining(", "));
        };
    }

    private static String name(Role role) {
        return role == Role.SYSTEM_TIMER ? "timer" : role.name();
    }

    private static String must(Row.Checks checks) {
        Stream<Optional<String>> said = Stream.of(
                when(checks.noConflict(), "nc"),
                when(checks.twice(), "two officers"),
                when(checks.witnessed(), "witness beside an assisted key"),
                checks.notBefore().map(trigger -> checks.onlyTimerWaits() ? "timer: at its time" : "at its time"));
        return Stream.concat(checks.separations().stream().map(Separation::name), said.flatMap(Optional::stream))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> when(boolean holds, String words) {
        return holds ? Optional.of(words) : Optional.empty();
    }

    private static String source(Source source) {
        return source.verified() ? source.text() : source.text() + " (unverified)";
    }

    List<String> cells() {
        return List.of(rule, from, action, to, who, must, clocks, opens, clear, hidden, source);
    }
}
