package org.countyledger.gateway.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a department has to do out of the projection. Blocks, so it is for virtual threads. */
@Component
public final class Tasks {
    /** What expires by itself is nobody's duty; what a resident may still do is not the department's. */
    private static final String TASKS = """
            select header, due from record r, lateral (
                select min(c.due_at) as due from record_clock c
                where c.kind = r.kind and c.id = r.id and c.state = 'RUNNING' and not c.resident_window
                    and c.name <> 'EXPIRY') as duty
            where handling_org = :org and handling_dept = :dept and due is not null""";

    private static final String BELONGING = """
            select header from record r join record_link l on l.kind = r.kind and l.id = r.id
            where r.kind = :kind and l.rel = :rel and l.to_kind = :parent and l.to_id in (:ids)
            order by r.changed_block desc, r.id""";

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose tasks. */
    public record Desk(String mspId, String department) {}

    /**
     * A record with a running duty.
     *
     * @param dueAt of the duty that is due first
     */
    public record Task(Header header, Instant dueAt) {
        public TaskCursor cursor() {
            return new TaskCursor(dueAt, header.kind(), header.id());
        }
    }

    /** Due first, first. */
    public List<Task> of(Desk desk, Optional<TaskCursor> after, int most) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("org", desk.mspId(), "dept", desk.department(), "most", most));
        after.ifPresent(place -> parameters.putAll(Map.of(
                "dueAfter", Timestamp.from(place.dueAt()),
                "kindAfter", place.kind().wireName(),
                "idAfter", place.id())));
        String behind = after.isPresent() ? " and (due, kind, id) > (:dueAfter, :kindAfter, :idAfter)" : "";
        return jdbc.sql(TASKS + behind + " order by due, kind, id limit :most")
                .params(parameters)
                .query((row, n) -> task(row))
                .list();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                CanonicalJson.read(row.getString("header"), Header.class),
                row.getTimestamp("due").toInstant());
    }

    /** Records of {@code kind} that hang on one of these as their parent, last changed first. */
    public List<Header> belonging(Kind kind, Kind parent, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(BELONGING)
                .param("kind", kind.wireName())
                .param("rel", Link.PARENT)
                .param("parent", parent.wireName())
                .param("ids", ids)
                .query((row, n) -> CanonicalJson.read(row.getString("header"), Header.class))
                .list();
    }
}
