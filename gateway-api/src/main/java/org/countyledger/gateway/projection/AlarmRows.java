package org.countyledger.gateway.projection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks the timer to look again at records that changed, and at those that are linked to them. The timer then stores when
 * it wants to look next, so that nothing is ever scanned.
 */
final class AlarmRows {
    private static final Timestamp AT_ONCE = Timestamp.from(Instant.EPOCH);
    private static final String POLICIES = PolicyBook.pointer("").name();

    private static final String RING = """
            insert into record_alarm (kind, id, rings_at, failures) values (?, ?, ?, 0)
            on conflict (kind, id) do update set rings_at = excluded.rings_at, failures = 0""";
    private static final String RING_LINKED = """
            update record_alarm set rings_at = ?, failures = 0
            where (kind, id) in (select kind, id from record_link where to_kind = ? and to_id = ?)""";
    private static final String RING_AGAIN =
            "update record_alarm set rings_at = ?, failures = 0 where kind = ? and id = ?";
    private static final String SILENCE = "delete from record_alarm where kind = ? and id = ?";
    private static final String RING_ALL = "update record_alarm set rings_at = ?, failures = 0";

    private final TimedRows timed;
    private final Map<Subject, Header> changed = new LinkedHashMap<>();
    private final Set<Subject> flagged = new LinkedHashSet<>();
    private boolean rulesChanged;

    AlarmRows(TimedRows timed) {
        this.timed = timed;
    }

    void changed(Header header) {
        changed.put(Subject.of(header.kind(), header.id()), header);
        rulesChanged |= header.kind() == Kind.WORK_CALENDAR;
    }

    /** An overdue level was declared: the next one is another moment. */
    void flagged(OverlayKey overlay) {
        flagged.add(Subject.of(overlay.kind(), overlay.id()));
    }

    /** A new version of a policy may move every moment. */
    void pointed(PointerKey pointer) {
        rulesChanged |= pointer.name().startsWith(POLICIES);
    }

    /** Writes what follows from the rows that were written before, where until now everything rings. */
    void writeAnew(JdbcTemplate jdbc) {
        RowBatch batch = new RowBatch();
        changed.forEach((subject, header) -> own(batch, subject, header));
        batch.write(jdbc);
    }

    private void own(RowBatch batch, Subject subject, Header header) {
        String kind = subject.kind().wireName();
        if (waitsForTime(header)) {
            batch.add(RING, kind, subject.id(), AT_ONCE);
        } else {
            batch.add(SILENCE, kind, subject.id());
        }
    }

    /** Writes what follows from the rows that were written before. */
    void write(JdbcTemplate jdbc) {
        RowBatch batch = new RowBatch();
        changed.forEach((subject, header) -> {
            own(batch, subject, header);
            batch.add(RING_LINKED, AT_ONCE, subject.kind().wireName(), subject.id());
        });
        flagged.forEach(subject -> batch.add(RING_AGAIN, AT_ONCE, subject.kind().wireName(), subject.id()));
        batch.write(jdbc);
        if (rulesChanged) {
            jdbc.update(RING_ALL, AT_ONCE);
        }
    }

    private boolean waitsForTime(Header header) {
        return header.clocks().stream().anyMatch(AlarmRows::mayRing)
                || !timed.of(header).isEmpty();
    }

    private static boolean mayRing(Clock clock) {
        return clock.state() == Clock.State.RUNNING
                || (clock.isLive() && clock.provisional().isPresent());
    }
}
