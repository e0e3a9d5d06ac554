package org.countyledger.risk.scorer;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a model has looked at, and the weeks in which that had drifted. */
@Component
final class DriftRows {
    private final JdbcClient sql;

    DriftRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** A record at one of its events. */
    record Seen(Instant at, Map<String, String> fields) {}

    List<String> modelsInUse() {
        return sql.sql("select model from model_in_use where model <> '' order by purpose")
                .query(String.class)
                .list();
    }

    List<Seen> since(String model, Instant first) {
        return sql.sql("select at, fields from due_score where model = ? and at >= ? order by number")
                .params(model, Timestamp.from(first))
                .query((row, n) -> new Seen(row.getTimestamp(1).toInstant(), GrievanceRows.fields(row.getString(2))))
                .list();
    }

    /**
     * A score whose outcome was told.
     *
     * @param overridden whether an officer set this model's score of the record aside, at any event
     */
    record Told(Seen seen, boolean cameTrue, boolean overridden) {}

    List<Told> told(String model) {
        return sql.sql("""
                        select at, fields, outcome, exists (
                            select from due_score any_event where any_event.overridden
                                and any_event.model = told.model and any_event.grievance = told.grievance)
                        from due_score told where model = ? and outcome in ('YES', 'NO') order by number""")
                .param(model)
                .query((row, n) -> new Told(
                        new Seen(row.getTimestamp(1).toInstant(), GrievanceRows.fields(row.getString(2))),
                        row.getString(3).equals("YES"),
                        row.getBoolean(4)))
                .list();
    }

    boolean isReported(String model, LocalDate monday) {
        return sql.sql("select count(*) from drift_report where model = ? and monday = ?")
                        .params(model, Date.valueOf(monday))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void reported(String model, LocalDate monday) {
        sql.sql("insert into drift_report (model, monday) values (?, ?) on conflict do nothing")
                .params(model, Date.valueOf(monday))
                .update();
    }
}
