package org.countyledger.network.lifecycles;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.lifecycle.Who;

/** The rules of all tables in words; a rule's openings are known from the tables of what it opens. */
final class CountyRules {
    private static final String COMMON = "Z";

    private final Tables tables;
    private final SortedMap<String, TreeSet<String>> opens = new TreeMap<>();

    CountyRules(Tables tables) {
        this.tables = tables;
        for (Lifecycle table : tables.all()) {
            openedBy(table)
                    .forEach(rule -> opens.computeIfAbsent(rule, unused -> new TreeSet<>())
                            .add(table.kind().wireName()));
        }
    }

    private static Stream<String> openedBy(Lifecycle table) {
        return table.rows().stream()
                .flatMap(row -> row.who().stream())
                .filter(Who.OpenedBy.class::isInstance)
                .flatMap(who -> ((Who.OpenedBy) who).rules().stream());
    }

    Tables tables() {
        return tables;
    }

    /** The kind's own rules. */
    List<RowWords> own(Lifecycle table) {
        return words(table, table.rows().stream().filter(row -> !isCommon(row)));
    }

    /** The rules that every kind has. */
    List<RowWords> common() {
        Lifecycle any = tables.all().getFirst();
        return words(any, any.rows().stream().filter(CountyRules::isCommon));
    }

    private static boolean isCommon(Row row) {
        return row.rule().startsWith(COMMON);
    }

    private List<RowWords> words(Lifecycle table, Stream<Row> rows) {
        return rows.map(row -> RowWords.of(table, row, opens(row.rule()))).toList();
    }

    private String opens(String rule) {
        return opens.getOrDefault(rule, new TreeSet<>()).stream().collect(Collectors.joining(", "));
    }

    String summary(Lifecycle table) {
        Map<String, String> facts = new TreeMap<>();
        table.kind().fixedOwner().ifPresent(owner -> facts.put("owner", owner));
        table.kind().prefix().ifPresent(prefix -> facts.put("policy", prefix));
        facts.put("retention", table.retention());
        return table.kind().wireName() + " (" + table.kind().family().label() + "): "
                + facts.entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining(", "))
                + "; " + table.states().size() + " states, " + own(table).size() + " rules";
    }
}
