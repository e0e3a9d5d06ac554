package org.countyledger.risk.scorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last scores of records that have ended, whose outcome is not told yet. */
@Component
final class OutcomeRows {
    private static final int MOST = 100;

    private final JdbcClient sql;

    OutcomeRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** A score whose record has ended, with the record's features then. */
    record Ended(String score, String purpose, Map<String, String> fields) {}

    List<Ended> untold() {
        return sql.sql("""
                        select score, purpose, fields, overdues from (
                            select distinct on (d.purpose, d.grievance)
                                d.number, d.score, d.purpose, d.outcome, g.fields, g.overdues
                            from due_score d join grievance g on g.id = d.grievance
                            where g.ended and d.state = 'ISSUED' order by d.purpose, d.grievance, d.number desc
                        ) as last where outcome is null order by number limit ?""")
                .param(MOST)
                .query((row, n) -> new Ended(
                        row.getString(1), row.getString(2), fields(row.getString(3), Integer.toString(row.getInt(4)))))
                .list();
    }

    /** A declaration after the last event is not in its features. */
    private static Map<String, String> fields(String json, String overdues) {
        Map<String, String> fields = new HashMap<>(GrievanceRows.fields(json));
        fields.put("overdue_count", overdues);
        return fields;
    }

    void told(String score, String outcome) {
        sql.sql("update due_score set outcome = ? where score = ?")
                .params(outcome, score)
                .update();
    }
}
