package org.countyledger.risk.features;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.countyledger.risk.RiskException;

/** One line of the log. Days stand before months; {@code ?} is a missing value and stays a value of its own. */
final class IncidentEvent {
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/uuuu H:mm");

    private final CSVRecord line;

    IncidentEvent(CSVRecord line) {
        this.line = line;
    }

    String text(String column) {
        return line.get(column);
    }

    int count(String column) {
        try {
            return Integer.parseInt(line.get(column));
        } catch (NumberFormatException e) {
            throw new RiskException("line " + line.getRecordNumber() + ": " + column + " is not a number", e);
        }
    }

    LocalDateTime time(String column) {
        try {
            return LocalDateTime.parse(line.get(column), DAY_FIRST);
        } catch (DateTimeParseException e) {
            throw new RiskException("line " + line.getRecordNumber() + ": " + column + " is not day/month/year", e);
        }
    }

    boolean isClosed() {
        return "Closed".equals(text("incident_state"));
    }

    /** Time from opening to this event. */
    long elapsedMinutes() {
        return Math.max(
                0, Duration.between(time("opened_at"), time("sys_updated_at")).toMinutes());
    }

    /** The fields of the log's own schema and nothing else. */
    Map<String, String> fields() {
        LocalDateTime opened = time("opened_at");
        Map<String, String> fields = new HashMap<>();
        for (Feature feature : IncidentSchema.SCHEMA.features()) {
            String code = feature.code();
            fields.put(
                    code,
                    switch (code) {
                        case "hour" -> Integer.toString(opened.getHour());
                        case "weekday" -> Integer.toString(opened.getDayOfWeek().getValue());
                        case "elapsed_minutes" -> Long.toString(elapsedMinutes());
                        default -> text(code);
                    });
        }
        return fields;
    }
}
