package org.countyledger.domain.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.countyledger.domain.time.CountyTime;

/**
 * The event log of a real service desk (UCI data set 498, CC BY 4.0; Amaral, Fantinato, Peres 2018), in its order: incident
 * by incident, each by the number of changes. Ten years are added, so that it falls into a year that has a calendar.
 */
record IncidentLog(List<Line> lines) {
    static final Path FILE = Path.of("../../shared/data/incidents/incident_event_log_first85pct.csv.gz");
    /** Twelve incidents of it, for who has not the whole. */
    static final Path SAMPLE = Path.of("src/test/resources/incidents/sample.csv");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");
    private static final int TEN_YEARS_IN_DAYS = 3653;

    /** One line of the log; {@code reassignments} and {@code reopens} are the log's own counts. */
    record Line(String incident, String state, int reassignments, int reopens, String group, Instant at) {}

    /** Every {@code oneIn}th incident. */
    static IncidentLog read(Path file, int oneIn) throws IOException {
        try (InputStream in = open(file);
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> names = cells(text.readLine());
            List<Line> lines = new ArrayList<>();
            String last = "";
            int incidents = 0;
            for (String row = text.readLine(); row != null; row = text.readLine()) {
                List<String> cells = cells(row);
                String incident = cells.get(names.indexOf("number"));
                incidents += incident.equals(last) ? 0 : 1;
                last = incident;
                if (incidents % oneIn == 0) {
                    lines.add(line(names, cells));
                }
            }
            return new IncidentLog(lines);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    /** No cell of this log holds a comma or a quotation mark. */
    private static List<String> cells(String row) {
        return Arrays.asList(row.split(",", -1));
    }

    private static Line line(List<String> names, List<String> cells) {
        return new Line(
                cells.get(names.indexOf("number")),
                cells.get(names.indexOf("incident_state")),
                Integer.parseInt(cells.get(names.indexOf("reassignment_count"))),
                Integer.parseInt(cells.get(names.indexOf("reopen_count"))),
                cells.get(names.indexOf("assignment_group")),
                LocalDateTime.parse(cells.get(names.indexOf("sys_updated_at")), MINUTE)
                        .plusDays(TEN_YEARS_IN_DAYS)
                        .toInstant(CountyTime.OFFSET));
    }
}
