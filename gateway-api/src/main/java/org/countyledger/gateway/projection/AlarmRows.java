package org.countyledger.gateway.projection;

import java.sql.Timestamp;
import java.time.Instant;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the timer to look again at records that changed, and at those that are linked to them. The timer then stores when
 * it wants to look next, so that nothing is ever scanned.
 */
final class AlarmRows {
    private static final Timestamp AT_ONCE = Timestamp.from(Instant.EPOCH);
    private static final String POLICIES = PolicyBook.pointer("").name();
    private static final String RING = """
            insert into record_alarm (kind, id, rings_at, failures) values (:kind, :id, :at, 0)
            on conflict (kind, id) do update set rings_at = excluded.rings_at, failures = 0""";
    private static final String RING_LINKED = """
            update record_alarm set rings_at = :at, failures = 0
            where (kind, id) in (select kind, id from record_link where to_kind = :kind and to_id = :id)""";
    private static final String SILENCE = "delete from record_alarm where kind = :kind and id = :id";
    private static final String RING_ALL = "update record_alarm set rings_at = :at, failures = 0";

    private final JdbcClient jdbc;
    private final TimedRows timed;

    AlarmRows(JdbcClient jdbc, TimedRows timed) {
        this.jdbc = jdbc;
        this.timed = timed;
    }

    void changed(Header header) {
        if (waitsForTime(header)) {
            run(RING, header.kind(), header.id());
        } else {
            jdbc.sql(SILENCE)
                    .param("kind", header.kind().wireName())
                    .param("id", header.id())
                    .update();
        }
        run(RING_LINKED, header.kind(), header.id());
        if (header.kind() == Kind.WORK_CALENDAR) {
            rulesChanged();
        }
    }

    /** An overdue level was declared: the next one is another moment. */
    void flagged(OverlayKey overlay) {
        jdbc.sql("update record_alarm set rings_at = :at, failures = 0 where kind = :kind and id = :id")
                .param("kind", overlay.kind().wireName())
                .param("id", overlay.id())
                .param("at", AT_ONCE)
                .update();
    }

    /** A new version of a policy may move every moment. */
    void pointed(PointerKey pointer) {
        if (pointer.name().startsWith(POLICIES)) {
            rulesChanged();
        }
    }

    private void rulesChanged() {
        jdbc.sql(RING_ALL).param("at", AT_ONCE).update();
    }

    private boolean waitsForTime(Header header) {
        return header.clocks().stream().anyMatch(AlarmRows::mayRing)
                || !timed.of(header).isEmpty();
    }

    private static boolean mayRing(Clock clock) {
        return clock.state() == Clock.State.RUNNING
                || (clock.isLive() && clock.provisional().isPresent());
    }

    private void run(String statement, Kind kind, String id) {
        jdbc.sql(statement)
                .param("kind", kind.wireName())
                .param("id", id)
                .param("at", AT_ONCE)
                .update();
    }
}
