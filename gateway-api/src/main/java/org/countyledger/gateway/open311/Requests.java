package org.countyledger.gateway.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countyledger.domain.grievance.GrievanceState;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Language;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Inventory;
import org.countyledger.gateway.open311.RequestQuery.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grievances of public kinds as GeoReport requests. No names, no texts, and no places finer than a town. */
@Component
final class Requests {
    private static final Set<GrievanceState> CLOSED = EnumSet.of(
            GrievanceState.RESOLVED,
            GrievanceState.CLOSED,
            GrievanceState.CLOSED_UNCONFIRMED,
            GrievanceState.FINAL,
            GrievanceState.MERGED,
            GrievanceState.DIVERTED,
            GrievanceState.NOT_ACCEPTED,
            GrievanceState.ARCHIVED,
            GrievanceState.WITHDRAWN);
    private static final String SELECT = """
            select r.header, r.changed_block, r.changed_at, e.at from record r
            join record_event e on e.kind = r.kind and e.id = r.id and e.seq = 1
            where r.kind = :kind and r.state = any(:states) and r.header::jsonb #>> '{fields,category}' = any(:codes)
                and e.at >= :begin and e.at <= :end and (:any or r.id = any(:ids))
            order by r.created_block desc, r.id desc limit :most""";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Inventory inventory;

    Requests(JdbcClient jdbc, Inventory inventory) {
        this.jdbc = jdbc;
        this.inventory = inventory;
    }

    List<Map<String, Object>> find(RequestQuery query, Language language) {
        return jdbc.sql(SELECT)
                .param("kind", Kind.GRIEVANCE.wireName())
                .param("states", states(query.statuses()))
                .param("codes", query.codes().toArray(String[]::new))
                .param("begin", Timestamp.from(query.begin()))
                .param("end", Timestamp.from(query.end()))
                .param("any", query.ids().isEmpty())
                .param("ids", query.ids().toArray(String[]::new))
                .param("most", RequestQuery.MOST)
                .query((row, n) -> request(row, language))
                .list();
    }

    private static String[] states(Set<Status> statuses) {
        return EnumSet.allOf(GrievanceState.class).stream()
                .filter(state -> state != GrievanceState.SEALED)
                .filter(state -> statuses.contains(CLOSED.contains(state) ? Status.CLOSED : Status.OPEN))
                .map(GrievanceState::name)
                .toArray(String[]::new);
    }

    private Map<String, Object> request(ResultSet row, Language language) throws SQLException {
        Header header = CanonicalJson.read(row.getString("header"), Header.class);
        GrievanceState state = GrievanceState.valueOf(header.state());
        String code = header.fields().text("category").orElse("");
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("service_request_id", header.id());
        request.put("status", (CLOSED.contains(state) ? Status.CLOSED : Status.OPEN).text());
        request.put("status_notes", Text.of(state.label()).in(language));
        request.put("service_name", Services.name(code, language));
        request.put("service_code", code);
        header.handling()
                .dept()
                .ifPresent(dept -> request.put(
                        "agency_responsible", inventory.department(dept).in(language)));
        request.put("requested_datetime", time(row.getTimestamp("at").toInstant()));
        request.put("updated_datetime", time(row.getTimestamp("changed_at").toInstant()));
        header.running()
                .filter(clock -> !clock.window())
                .map(Clock::dueAt)
                .min(Comparator.naturalOrder())
                .ifPresent(due -> request.put("expected_datetime", time(due)));
        header.founding().townCode().ifPresent(town -> request.put("address_id", town));
        request.put("extended_attributes", extended(header, row.getLong("changed_block")));
        return request;
    }

    private static Map<String, Object> extended(Header header, long block) {
        Map<String, Object> extended = new LinkedHashMap<>();
        extended.put("ledger_block", block);
        String clocks = header.running()
                .filter(clock -> !clock.window())
                .map(clock -> clock.isPast(Instant.now()) ? "OVERDUE" : "RUNNING")
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        extended.put("clock_state", clocks.contains("OVERDUE") ? "OVERDUE" : clocks);
        header.link("master").ifPresent(link -> extended.put("merged_into", link.id()));
        return extended;
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).atZone(ZONE));
    }
}
