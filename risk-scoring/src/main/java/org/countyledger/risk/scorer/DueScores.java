package org.countyledger.risk.scorer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is due, and what became of it. */
@Component
final class DueScores {
    private final JdbcClient sql;

    DueScores(JdbcClient sql) {
        this.sql = sql;
    }

    /** The oldest of every line, the oldest line first. */
    List<DueScore> next(int most) {
        return sql.sql("""
                        select * from (
                            select distinct on (purpose, grievance) number, purpose, model, grievance, seq, fields, command
                            from due_score where state = 'DUE' order by purpose, grievance, number
                        ) as first order by number limit ?""").param(most).query((row, n) -> due(row)).list();
    }

    private static DueScore due(ResultSet row) throws SQLException {
        return new DueScore(
                new DueScore.Key(row.getString("model"), row.getString("grievance"), row.getLong("seq")),
                row.getString("purpose"),
                GrievanceRows.fields(row.getString("fields")),
                Optional.ofNullable(row.getString("command")).map(text -> CanonicalJson.read(text, Command.class)));
    }

    /** The last score of the line before this one. */
    Optional<String> before(DueScore due) {
        return sql.sql("""
                        select score from due_score
                        where purpose = ? and grievance = ? and state = 'ISSUED'
                            and number < (select number from due_score where model = ? and grievance = ? and seq = ?)
                        order by number desc limit 1""")
                .params(due.purpose(), due.key().grievance(), due.key().model())
                .params(due.key().grievance(), due.key().seq())
                .query(String.class)
                .optional();
    }

    void prepared(DueScore.Key key, Command command) {
        set("command = ?", key, CanonicalJson.text(command));
    }

    void issued(DueScore.Key key, String score) {
        set("state = 'ISSUED', issued_at = coalesce(issued_at, clock_timestamp()), score = ?", key, score);
    }

    /** Unless a block has shown it meanwhile. */
    void refused(DueScore.Key key, String sentence) {
        set("state = case state when 'DUE' then 'REFUSED' else state end, refusal = ?", key, sentence);
    }

    private void set(String what, DueScore.Key key, String value) {
        sql.sql("update due_score set " + what + " where model = ? and grievance = ? and seq = ?")
                .params(value, key.model(), key.grievance(), key.seq())
                .update();
    }

    /** Purposes that had a model once, with the model that is in use, or none. */
    List<InUse> inUse() {
        return sql.sql("select purpose, model from model_in_use order by purpose")
                .query((row, n) -> new InUse(
                        row.getString(1), Optional.of(row.getString(2)).filter(model -> !model.isEmpty())))
                .list();
    }

    record InUse(String purpose, Optional<String> model) {}

    long waiting() {
        return sql.sql("select count(*) from due_score where state = 'DUE'")
                .query(Long.class)
                .single();
    }
}
