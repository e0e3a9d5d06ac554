package org.countyledger.risk.scorer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.risk.RiskScoreState;
import org.countyledger.risk.features.GrievanceFeatures;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of one block over its connection: grievances as a model may know them, and the scores that are due. */
final class GrievanceRows {
    private static final String GRIEVANCE = """
            insert into grievance (id, opened_at, department, hand_overs, seq, live, ended, at, fields)
            values (:id, :openedAt, :department, :handOvers, :seq, :live, :ended, :at, :fields)
            on conflict (id) do update set department = excluded.department, hand_overs = excluded.hand_overs,
                seq = excluded.seq, live = excluded.live, ended = excluded.ended, at = excluded.at,
                fields = excluded.fields""";
    private static final String DUE_NOW = """
            insert into due_score (purpose, model, grievance, seq, at, fields)
            select m.purpose, m.model, g.id, g.seq, g.at, g.fields from grievance g, model_in_use m
            where g.id = ? and g.live and m.model <> '' order by m.purpose
            on conflict do nothing""";
    private static final String DUE_SINCE = """
            insert into due_score (purpose, model, grievance, seq, at, fields)
            select ?, ?, id, seq, at, fields from grievance where live order by at, id
            on conflict do nothing""";

    private final JdbcClient jdbc;

    GrievanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        Map<?, ?> read = CanonicalJson.read(json, Map.class);
        read.forEach((name, value) -> fields.put(name.toString(), value.toString()));
        return fields;
    }

    private record Before(Instant openedAt, String department, int handOvers, int overdues) {}

    /** A grievance has moved: every model in use is to look at it again, unless nothing runs any more. */
    void moved(Header grievance) {
        Before before = before(grievance);
        String department = grievance.fields().text("department").orElse("");
        boolean isHandedOver =
                !before.department().isEmpty() && !before.department().equals(department);
        int handOvers = before.handOvers() + (isHandedOver ? 1 : 0);
        Map<String, String> fields = GrievanceFeatures.of(
                grievance, new GrievanceFeatures.Past(before.openedAt(), handOvers, before.overdues()));
        jdbc.sql(GRIEVANCE)
                .param("id", grievance.id())
                .param("openedAt", Timestamp.from(before.openedAt()))
                .param("department", department)
                .param("handOvers", handOvers)
                .param("seq", grievance.seq())
                .param("live", isLive(grievance))
                .param("ended", hasEnded(grievance))
                .param("at", Timestamp.from(grievance.position().at()))
                .param("fields", CanonicalJson.text(fields))
                .update();
        jdbc.sql(DUE_NOW).param(grievance.id()).update();
    }

    private static boolean isLive(Header grievance) {
        return grievance.running().findAny().isPresent() || !grievance.awaited().isEmpty();
    }

    private static boolean hasEnded(Header grievance) {
        return grievance.clocks().stream().noneMatch(Clock::isLive)
                && grievance.awaited().isEmpty();
    }

    private Before before(Header grievance) {
        Optional<Before> known = jdbc.sql(
                        "select opened_at, department, hand_overs, overdues from grievance where id = ?")
                .param(grievance.id())
                .query((row, n) ->
                        new Before(row.getTimestamp(1).toInstant(), row.getString(2), row.getInt(3), row.getInt(4)))
                .optional();
        return known.orElseGet(() -> new Before(grievance.position().at(), "", 0, 0));
    }

    /** Shows in the grievance's next features: a declaration is no event of the record. */
    void overdue(String grievance) {
        jdbc.sql("update grievance set overdues = overdues + 1 where id = ?")
                .param(grievance)
                .update();
    }

    /** A model that comes into use looks at everything that is open. */
    void pointed(String purpose, String model) {
        jdbc.sql("""
                        insert into model_in_use (purpose, model) values (?, ?)
                        on conflict (purpose) do update set model = excluded.model""").params(purpose, model).update();
        if (!model.isEmpty()) {
            jdbc.sql(DUE_SINCE).params(purpose, model).update();
        }
    }

    /** A score stands on the ledger, whoever remembers having sent it; once overridden, it remains so. */
    void scored(Header score) {
        jdbc.sql("""
                        update due_score set state = 'ISSUED', score = ?,
                            issued_at = coalesce(issued_at, clock_timestamp()), overridden = overridden or ?
                        where model = ? and grievance = ? and seq = ?""")
                .params(
                        score.id(),
                        score.state().equals(RiskScoreState.OVERRIDDEN.name()),
                        score.fields().text("model").orElse(""),
                        score.fields().text("recordId").orElse(""),
                        score.fields().integer("recordSeq").orElse(0L))
                .update();
    }
}
