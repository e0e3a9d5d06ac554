package org.countyledger.risk.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An incident seen as a grievance, for want of a county's own past: counts, times and hand-overs are the log's, its
 * anonymous codes are dealt out over the county's by their number. Good for trying the whole way from a record to its
 * score; what a model trained so says of real grievances means nothing.
 */
final class StandIn {
    private static final List<String> CATEGORIES =
            List.of("CONSULT", "HELP", "COMPLAINT", "SUGGESTION", "CLAIM", "DISPUTE", "ENV");
    private static final List<String> TOWNS = List.of("TOWN", "TOWNSHIP");
    private static final List<String> UNITS =
            List.of("petitions", "grid-centre", "public-security", "market-regulation");

    private StandIn() {}

    static Map<String, String> grievance(IncidentEvent event) {
        Map<String, String> own = event.fields();
        Map<String, String> fields = new HashMap<>();
        fields.put("category", dealt(CATEGORIES, event.text("category")));
        fields.put("channel", channel(event.text("contact_type")));
        fields.put("town_type", dealt(TOWNS, event.text("location")));
        fields.put("urgent", Boolean.toString(isUrgent(event.text("priority"))));
        fields.put("unit", dealt(UNITS, event.text("assignment_group")));
        fields.put("state", state(event.text("incident_state")));
        fields.put("group_size", event.text("impact").startsWith("1") ? "5" : "0");
        for (String same : List.of("hour", "weekday", "elapsed_minutes", "reopen_count")) {
            fields.put(same, own.getOrDefault(same, "0"));
        }
        fields.put("hand_overs", event.text("reassignment_count"));
        fields.put("overdue_count", "0");
        fields.put("step_count", Integer.toString(event.count("sys_mod_count") + 1));
        return fields;
    }

    /** "Category 26" is the 26th; what the log does not say is the first. */
    private static String dealt(List<String> codes, String text) {
        String digits = text.replaceAll("\\D", "");
        return codes.get(digits.isEmpty() ? 0 : Integer.parseInt(digits) % codes.size());
    }

    private static String channel(String contact) {
        return switch (contact) {
            case "Phone", "IVR" -> "TELEPHONE";
            case "Email" -> "LETTER";
            case "Direct opening" -> "VISIT";
            default -> GrievanceFeatures.OWN_KEY;
        };
    }

    private static boolean isUrgent(String priority) {
        return priority.startsWith("1") || priority.startsWith("2");
    }

    private static String state(String incident) {
        return switch (incident) {
            case "New" -> "REGISTERED";
            case "Resolved" -> "RESOLVED";
            case "Closed" -> "CLOSED";
            default -> "IN_HANDLING";
        };
    }
}
