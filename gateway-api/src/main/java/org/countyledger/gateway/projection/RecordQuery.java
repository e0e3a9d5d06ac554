package org.countyledger.gateway.projection;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.record.Kind;

/** A question for records of one kind; each condition that is given narrows it. */
public final class RecordQuery {
    private static final String SELECT = "select header, created_block from record r where kind = :kind";
    private static final String HAS_CLOCK =
            " and exists (select from record_clock c where c.kind = r.kind and c.id = r.id and ";

    private static final String DISTANCE = """
            2 * 6371008.8 * asin(sqrt(least(1.0,
                power(sin(radians((latitude_microdegrees / 1e6 - :latitude) / 2)), 2)
                + cos(radians(:latitude)) * cos(radians(latitude_microdegrees / 1e6))
                * power(sin(radians((longitude_microdegrees / 1e6 - :longitude) / 2)), 2))))""";

    private final StringBuilder sql = new StringBuilder(SELECT);
    private final Map<String, Object> parameters = new HashMap<>();

    /** What a clock may be asked for. */
    public enum ClockState {
        RUNNING("c.state = 'RUNNING'"),
        PAUSED("c.state = 'PAUSED'"),
        PROVISIONAL("c.state = 'RUNNING' and c.provisional"),
        OVERDUE("c.state = 'RUNNING' and not c.resident_window and c.due_at < now()");

        private final String condition;

        ClockState(String condition) {
            this.condition = condition;
        }
    }

    /** A question for all records of a kind, at most this many. */
    public RecordQuery(Kind kind, int most) {
        parameters.put("kind", kind.wireName());
        parameters.put("most", most);
    }

    public RecordQuery state(Optional<String> state) {
        return where(" and state = :state", "state", state);
    }

    public RecordQuery town(Optional<String> town) {
        return where(" and town_code = :town", "town", town);
    }

    /** Owned or handled by this organisation. */
    public RecordQuery organization(Optional<String> mspId) {
        return where(" and (owner_org = :org or handling_org = :org)", "org", mspId);
    }

    /** What this officer's department works on, in the officer's town and grid where there is one. */
    public RecordQuery workOf(Optional<Actor> officer) {
        officer.ifPresent(actor -> {
            sql.append(" and (owner_org = :workOrg or handling_org = :workOrg)");
            sql.append(" and (handling_dept is null or handling_dept = :workDept)");
            parameters.put("workOrg", actor.mspId());
            parameters.put("workDept", actor.department().orElse(""));
        });
        return where(" and town_code = :workTown", "workTown", officer.flatMap(Actor::town))
                .where(
                        " and coalesce(header::jsonb #>> '{fields,grid}', :workGrid) = :workGrid",
                        "workGrid",
                        officer.flatMap(Actor::grid));
    }

    public RecordQuery changedSince(Optional<Instant> moment) {
        return where(" and changed_at >= :since", "since", moment.map(Timestamp::from));
    }

    /** With a running clock that is due before this moment. */
    public RecordQuery dueBefore(Optional<Instant> moment) {
        return where(HAS_CLOCK + "c.state = 'RUNNING' and c.due_at < :due)", "due", moment.map(Timestamp::from));
    }

    public RecordQuery clock(Optional<ClockState> state) {
        state.ifPresent(wanted -> sql.append(HAS_CLOCK).append(wanted.condition).append(')'));
        return this;
    }

    /** Standing within these degrees of longitude and latitude (WGS84). */
    public RecordQuery within(Optional<GeoBox> box) {
        box.ifPresent(wanted -> {
            sql.append(" and longitude_microdegrees between :west and :east");
            sql.append(" and latitude_microdegrees between :south and :north");
            parameters.put("west", micro(wanted.west()));
            parameters.put("south", micro(wanted.south()));
            parameters.put("east", micro(wanted.east()));
            parameters.put("north", micro(wanted.north()));
        });
        return this;
    }

    private static long micro(BigDecimal degrees) {
        return degrees.movePointRight(6).longValue();
    }

    /** Standing at most so far from a point, on a sphere. */
    public RecordQuery near(Optional<GeoCircle> circle) {
        circle.ifPresent(wanted -> {
            sql.append(" and ").append(DISTANCE).append(" <= :radius");
            parameters.put("longitude", wanted.longitude());
            parameters.put("latitude", wanted.latitude());
            parameters.put("radius", wanted.radiusMetres());
        });
        return this;
    }

    /** The part of the list behind this place. */
    public RecordQuery after(Optional<Cursor> cursor) {
        parameters.put("cursorBlock", cursor.map(Cursor::createdBlock).orElse(0L));
        return where(" and (created_block, id) < (:cursorBlock, :cursorId)", "cursorId", cursor.map(Cursor::id));
    }

    private RecordQuery where(String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            sql.append(condition);
            parameters.put(name, given);
        });
        return this;
    }

    String sql() {
        return sql + " order by created_block desc, id desc limit :most";
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
