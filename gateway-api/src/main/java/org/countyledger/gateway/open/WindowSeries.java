package org.countyledger.gateway.open;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Window;
import org.countyledger.gateway.open.SeriesResource.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The windows of a datastream, out of its batches. */
@Component
final class WindowSeries {
    private static final String BATCHES = """
            select r.header from record_link l join record r on r.kind = l.kind and r.id = l.id
            where l.to_kind = :parent and l.to_id = :datastream and l.kind = :kind
                and (r.header::jsonb #>> '{fields,last}')::bigint >= :first
                and (r.header::jsonb #>> '{fields,first}')::bigint <= :last
            order by (r.header::jsonb #>> '{fields,first}')::bigint""";

    private final JdbcClient jdbc;

    WindowSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Windows from one number to another, as far as they are on the ledger. */
    List<Point> of(Header datastream, long first, long last) {
        DatastreamView view = new DatastreamView(datastream);
        return jdbc
                .sql(BATCHES)
                .param("parent", Kind.DATASTREAM.wireName())
                .param("datastream", datastream.id())
                .param("kind", Kind.WINDOW_BATCH.wireName())
                .param("first", first)
                .param("last", last)
                .query(String.class)
                .list()
                .stream()
                .map(text -> CanonicalJson.read(text, Header.class))
                .flatMap(batch -> points(view, batch))
                .filter(point -> point.window() >= first && point.window() <= last)
                .toList();
    }

    private static Stream<Point> points(DatastreamView datastream, Header batch) {
        long first = batch.fields().integer("first").orElseThrow();
        List<Window> windows = batch.fields().listOf("windows", Window.class);
        return IntStream.range(0, windows.size()).mapToObj(i -> point(datastream, first + i, windows.get(i)));
    }

    private static Point point(DatastreamView datastream, long number, Window window) {
        Optional<Window> present = Optional.of(window).filter(given -> !given.isMissing());
        return new Point(
                number,
                datastream.start(number),
                datastream.end(number),
                window.count(),
                present.map(Window::mean),
                present.map(Window::min),
                present.map(Window::max));
    }
}
