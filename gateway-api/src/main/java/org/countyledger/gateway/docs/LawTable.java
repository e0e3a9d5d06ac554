package org.countyledger.gateway.docs;

import java.util.stream.Collectors;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.gateway.language.Labels;
import org.countyledger.gateway.language.Text;

/** The rows of one kind's table: what may be done, from which state, and on which law it rests. */
final class LawTable {
    private LawTable() {}

    static void write(Html page, Lifecycle table, Labels labels) {
        String collection = table.kind().collection();
        page.open("h3", collection).text(collection).close("h3");
        page.open("table").row("th", "rule", "action", "", "from", "to", "source");
        table.rows().forEach(row -> write(page, row, labels));
        page.close("table");
    }

    private static String from(Row row) {
        if (row.passage().anyState()) {
            return row.passage().terminalToo() ? "**" : "*";
        }
        return row.passage().creates()
                ? "–"
                : row.passage().from().stream().sorted().collect(Collectors.joining(", "));
    }

    private static void write(Html page, Row row, Labels labels) {
        Text label = labels.action(row.action());
        page.row(
                "td",
                row.rule(),
                row.action() + row.passage().variant().map(name -> ":" + name).orElse(""),
                label.zh() + " / " + label.en(),
                from(row),
                row.passage().to(),
                row.standing().source().text());
    }
}
