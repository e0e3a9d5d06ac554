package org.countyledger.gateway.timer;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countyledger.domain.record.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each record is to be looked at next. Whoever takes an alarm holds it for a while, so nobody else looks too. */
@Component
final class Alarms {
    /** Nothing is known to come; a change of the record rings again. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final int MOST = 64;
    private static final String TAKE = """
            update record_alarm a set rings_at = :lease
            from (select kind, id from record_alarm where rings_at <= :now order by rings_at limit :most
                for update skip locked) due
            where a.kind = due.kind and a.id = due.id
            returning a.kind, a.id, a.failures""";
    private static final String SET = """
            update record_alarm set rings_at = :at, failures = :failures
            where kind = :kind and id = :id and rings_at = :lease""";

    private final JdbcClient jdbc;

    Alarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An alarm that rang.
     *
     * @param failures how often it came to nothing since the record last changed
     * @param lease until when it is held
     */
    record Alarm(Kind kind, String id, int failures, Instant lease) {}

    List<Alarm> take(Instant now) {
        Instant lease = now.plus(LEASE);
        return jdbc.sql(TAKE)
                .param("lease", Timestamp.from(lease))
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .query((row, n) -> new Alarm(
                        Kind.ofWireName(row.getString("kind")), row.getString("id"), row.getInt("failures"), lease))
                .list();
    }

    /** Sets a held alarm anew, unless the record changed meanwhile: then it has rung again already. */
    void set(Alarm held, Instant at, int failures) {
        jdbc.sql(SET)
                .param("kind", held.kind().wireName())
                .param("id", held.id())
                .param("lease", Timestamp.from(held.lease()))
                .param("at", Timestamp.from(at))
                .param("failures", failures)
                .update();
    }
}
