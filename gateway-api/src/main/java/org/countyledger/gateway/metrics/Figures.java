package org.countyledger.gateway.metrics;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.metrics.Cell.About;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts events and clocks in the read tables. */
@Component
final class Figures {
    private static final String RULE = "(rule = any(:%1$s) or rule || ':' || coalesce(variant, '') = any(:%1$s))";

    /** Each clock as the last event up to the end of the range left it. */
    private static final String CLOCKS = """
            select distinct on (e.kind, e.id, c.name, c.n) e.kind, e.id, c.name, c.n, e.dept, c.state, c."dueAt" as due
            from record_event e, jsonb_to_recordset(e.event::jsonb -> 'clocks')
                as c(name text, n int, state text, "dueAt" timestamptz)
            where e.block <= :to
            order by e.kind, e.id, c.name, c.n, e.seq desc""";

    private static final String NOT_PROVISIONAL = """
            and not exists (select from record_clock p where p.kind = c.kind and p.id = c.id and p.name = c.name
               and p.n = c.n and p.provisional and p.state = 'RUNNING')""";

    private static final String ON_TIME =
            "with c as (" + CLOCKS + ") " + """
                select name, dept, count(*) filter (where state = 'MET') as met,
                    count(*) filter (where state in ('MET', 'MET_LATE') or due < :end) as due
                from c
                where due >= :begin and due < :end and state in ('MET', 'MET_LATE', 'RUNNING')
                    and (:kind = '' or kind = :kind) and (:clock = '' or name = :clock)
                """ + NOT_PROVISIONAL + " group by name, dept order by name, dept";

    private static final String OVERDUE =
            "with c as (" + CLOCKS + ") " + """
                select name, dept, count(*) as late from c
                where state = 'RUNNING' and due < :end
                    and not exists (select from record_clock w where w.kind = c.kind and w.id = c.id and w.name = c.name
                        and w.n = c.n and w.resident_window)
                """ + NOT_PROVISIONAL + " group by name, dept order by name, dept";

    /** Whole seconds between the first event of one sort and the first later one of the other, if that is in the range. */
    private static final String ELAPSED =
            """
            with begun as (
                select distinct on (kind, id) kind, id, seq, at from record_event
                where block <= :to and BEGINS order by kind, id, seq),
            ended as (
                select distinct on (e.kind, e.id) e.block, floor(extract(epoch from e.at - begun.at))::bigint as seconds
                from record_event e join begun on e.kind = begun.kind and e.id = begun.id and e.seq > begun.seq
                where e.block <= :to and ENDS order by e.kind, e.id, e.seq)
            select count(*) as n, percentile_disc(0.5) within group (order by seconds) as p50,
                percentile_disc(0.9) within group (order by seconds) as p90
            from ended where block >= :from""".replace("BEGINS", RULE.formatted("begins")).replace("ENDS", RULE.formatted("ends"));

    private static final String SAYING = """
            select count(*) filter (where header::jsonb -> 'fields' ->> :field = :value) as x, count(*) as y
            from record where kind = :kind and created_block between :from and :to
                and header::jsonb -> 'fields' ->> :field is not null""";

    /** Missing windows stand in their batches with no readings, so the windows of all batches are those expected. */
    private static final String WINDOWS = """
            select count(*) filter (where (w ->> 'count')::bigint > 0) as x, count(*) as y
            from record r, jsonb_array_elements(r.header::jsonb #> '{fields,windows}') w
            where r.kind = :kind and r.created_block between :from and :to""";

    private static final String TALLIES = """
            select r.id, (r.header::jsonb #>> '{fields,responses}')::bigint as responses,
                (r.header::jsonb #>> '{fields,frameSize}')::bigint as frame
            from record r where r.kind = 'Survey' and r.header::jsonb #>> '{fields,responses}' is not null
                and exists (select from record_event e where e.kind = r.kind and e.id = r.id and e.rule = 'G06'
                    and e.block between :from and :to)
            order by r.created_block, r.id""";

    /** By the custody of the record's keys; where it has none of its own, of those of the record that opened it. */
    private static final String SELF_HELD = """
            with confirmed as (
                select coalesce(
                    (select k ->> 'custody' from jsonb_array_elements(r.header::jsonb -> 'keys') k limit 1),
                    (select k ->> 'custody' from record_link l
                        join record p on p.kind = l.to_kind and p.id = l.to_id,
                        jsonb_array_elements(p.header::jsonb -> 'keys') k
                        where l.kind = r.kind and l.id = r.id and l.rel = 'parent' limit 1)) as custody
                from record_event e join record r on r.kind = e.kind and r.id = e.id
                where e.block between :from and :to and e.rule = any(:rules))
            select count(*) filter (where custody = 'SELF_HELD') as x, count(*) as y from confirmed
            where custody is not null""";

    private final JdbcClient jdbc;

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cell> of(Measure measure, BlockRange range) {
        return switch (measure) {
            case Measure.Ratio ratio ->
                List.of(Cell.ratio(ratio.name(), About.ALL, count(ratio.counted(), range), count(ratio.over(), range)));
            case Measure.OnTime onTime -> onTime(onTime.name(), onTime.kind().wireName(), onTime.clock(), range);
            case Measure.OnTimeOfAll all -> onTime(all.name(), "", "", range);
            case Measure.OverdueNow overdue -> overdue(overdue, range);
            case Measure.Elapsed elapsed -> List.of(elapsed(elapsed, range));
            case Measure.Count count -> List.of(Cell.count(count.name(), About.ALL, count(count.counted(), range)));
            case Measure.Saying saying ->
                ratios(
                        saying.name(),
                        SAYING,
                        range,
                        Map.of("kind", saying.kind().wireName(), "field", saying.field(), "value", saying.value()));
            case Measure.WindowsWithReadings windows ->
                ratios(windows.name(), WINDOWS, range, Map.of("kind", Kind.WINDOW_BATCH.wireName()));
            case Measure.Coverage coverage -> coverage(coverage, range);
            case Measure.SelfHeld held ->
                ratios(
                        held.name(),
                        SELF_HELD,
                        range,
                        Map.of("rules", held.confirmations().toArray(String[]::new)));
        };
    }

    /** One figure x over y, from a statement that knows the range. */
    private List<Cell> ratios(String name, String sql, BlockRange range, Map<String, ?> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .param("from", range.from())
                .param("to", range.to())
                .query((row, n) -> Cell.ratio(name, About.ALL, row.getLong("x"), row.getLong("y")))
                .list();
    }

    /** Each survey, with the largest error that chance makes in 19 of 20 samples of its size. */
    private List<Cell> coverage(Measure measure, BlockRange range) {
        return jdbc
                .sql(TALLIES)
                .param("from", range.from())
                .param("to", range.to())
                .query((row, n) -> Stream.of(
                        Cell.ratio(
                                measure.name() + " " + row.getString("id"),
                                About.ALL,
                                row.getLong("responses"),
                                row.getLong("frame")),
                        Cell.margin("margin " + row.getString("id"), row.getLong("responses"), row.getLong("frame"))))
                .list()
                .stream()
                .flatMap(cells -> cells)
                .toList();
    }

    private long count(List<String> rules, BlockRange range) {
        return jdbc.sql("select count(*) from record_event where block between :from and :to and "
                        + RULE.formatted("rules"))
                .param("from", range.from())
                .param("to", range.to())
                .param("rules", rules.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private List<Cell> onTime(String name, String kind, String clock, BlockRange range) {
        return jdbc.sql(ON_TIME)
                .param("to", range.to())
                .param("begin", Timestamp.from(end(range.from() - 1)))
                .param("end", Timestamp.from(end(range.to())))
                .param("kind", kind)
                .param("clock", clock)
                .query((row, n) -> Cell.ratio(
                        name,
                        new About(Optional.of(row.getString("name")), Optional.ofNullable(row.getString("dept"))),
                        row.getLong("met"),
                        row.getLong("due")))
                .list();
    }

    private List<Cell> overdue(Measure.OverdueNow measure, BlockRange range) {
        return jdbc.sql(OVERDUE)
                .param("to", range.to())
                .param("end", Timestamp.from(end(range.to())))
                .query((row, n) -> Cell.count(
                        measure.name(),
                        new About(Optional.of(row.getString("name")), Optional.ofNullable(row.getString("dept"))),
                        row.getLong("late")))
                .list();
    }

    /** The ledger's time at a block: that of the last event so far. */
    private Instant end(long block) {
        return jdbc.sql("select coalesce(max(at), 'epoch') from record_event where block <= ?")
                .param(block)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private Cell elapsed(Measure.Elapsed measure, BlockRange range) {
        return jdbc.sql(ELAPSED)
                .param("from", range.from())
                .param("to", range.to())
                .param("begins", measure.from().toArray(String[]::new))
                .param("ends", measure.to().toArray(String[]::new))
                .query((row, n) -> Cell.seconds(
                        measure.name(),
                        row.getLong("n"),
                        Optional.ofNullable(row.getObject("p50", Long.class)),
                        Optional.ofNullable(row.getObject("p90", Long.class))))
                .single();
    }
}
