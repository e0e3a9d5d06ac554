package org.countyledger.risk.features;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.time.CountyTime;

/** The features of a grievance at its last event: from its header in clear, and from what blocks told of it before. */
public final class GrievanceFeatures {
    /** Who files with a key of his own comes by no channel of an office. */
    static final String OWN_KEY = "KEY";

    /** GB/T 2260 and 10114: the class of a town stands after the six digits of the county. */
    private static final int TOWN_CLASS = 6;

    /**
     * What a header does not keep.
     *
     * @param openedAt time of the first event
     * @param handOvers how often another department took it over from the one that had it
     * @param overdues declarations that one of its clocks is overdue
     */
    public record Past(Instant openedAt, int handOvers, int overdues) {}

    private GrievanceFeatures() {}

    public static Map<String, String> of(Header grievance, Past past) {
        Clear clear = grievance.fields();
        OffsetDateTime opened = past.openedAt().atOffset(CountyTime.OFFSET);
        long elapsed =
                Duration.between(past.openedAt(), grievance.position().at()).toMinutes();
        Map<String, String> fields = new HashMap<>();
        fields.put("category", clear.text("category").orElse("?"));
        fields.put("channel", clear.text("channel").orElse(OWN_KEY));
        fields.put("town_type", townType(grievance.founding().townCode().orElse("")));
        fields.put("urgent", Boolean.toString(clear.isTrue("urgent")));
        fields.put("unit", grievance.handling().dept().orElse("?"));
        fields.put("state", grievance.state());
        fields.put("group_size", Long.toString(clear.integer("representatives").orElse(0L)));
        fields.put("hour", Integer.toString(opened.getHour()));
        fields.put("weekday", Integer.toString(opened.getDayOfWeek().getValue()));
        fields.put("elapsed_minutes", Long.toString(Math.max(0, elapsed)));
        fields.put("hand_overs", Integer.toString(past.handOvers()));
        fields.put("reopen_count", Long.toString(clear.integer("reopens").orElse(0L)));
        fields.put("overdue_count", Integer.toString(past.overdues()));
        fields.put("step_count", Long.toString(grievance.seq()));
        return fields;
    }

    static String townType(String code) {
        char type = code.length() > TOWN_CLASS ? code.charAt(TOWN_CLASS) : '?';
        return switch (type) {
            case '0' -> "SUBDISTRICT";
            case '1' -> "TOWN";
            case '2' -> "TOWNSHIP";
            default -> "?";
        };
    }
}
