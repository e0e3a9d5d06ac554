package org.countyledger.network.lifecycles;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Tables;

/** The pages of {@code docs/policy}: what the tables say, for people who do not read code. */
public final class PolicyPages {
    private static final String MADE =
            "<!-- Made from the tables by: scripts/county lifecycles --pages docs/policy -->\n\n";
    private static final String SIGNS = """
            – created · * every state that has not ended · = the state stays · ■ ended · + clock starts · ✓ met · ‖ paused \
            · ▶ goes on · ✕ cancelled · ✉ starts with the delivery of the row's document · R a resident's window · ? only \
            in some cases · nc the officer declared no conflict of interest · S1 … S9 separations of duty \
            (docs/domain.md 3.8). Periods are the law's; each is an entry of the policy named above.

            """;
    private static final List<String> COLUMNS =
            List.of("rule", "from", "action", "to", "who", "must", "clocks", "opens", "in clear", "private", "source");

    private final CountyRules rules;

    public PolicyPages(Tables tables) {
        this.rules = new CountyRules(tables);
    }

    /** File name to text. */
    public SortedMap<String, String> all() {
        SortedMap<String, String> pages = new TreeMap<>();
        rules.tables().all().forEach(table -> pages.put(table.kind().wireName() + ".md", page(table)));
        pages.put("common.md", common());
        return pages;
    }

    private String page(Lifecycle table) {
        return MADE + "# " + table.kind().wireName() + "\n\n" + rules.summary(table) + ".\n\n```mermaid\n"
                + MermaidDiagram.of(table) + "```\n\n" + states(table) + "\n" + SIGNS + rows(rules.own(table))
                + "\nThe rules of every kind stand in [common.md](common.md).\n";
    }

    private String common() {
        return MADE + "# Rules of every kind of record\n\n" + SIGNS + rows(rules.common());
    }

    private static String states(Lifecycle table) {
        StringBuilder out = new StringBuilder("| state | 中文 | English | |\n|---|---|---|---|\n");
        for (State state : table.states()) {
            out.append(
                    line(List.of(state.name(), state.label().zh(), state.label().en(), state.isTerminal() ? "■" : "")));
        }
        return out.toString();
    }

    private static String rows(List<RowWords> rows) {
        StringBuilder out = new StringBuilder(line(COLUMNS));
        out.append(line(Collections.nCopies(COLUMNS.size(), "---")));
        rows.forEach(row -> out.append(line(row.cells())));
        return out.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
