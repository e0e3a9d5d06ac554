package org.countyledger.risk.features;

import java.util.Map;

/** What a model foresees. */
public enum Target {
    /** The promised time was missed: {@code made_sla} is false at the end. */
    MISSED_SLA("超期", "misses its deadline"),
    /** Handed over three times or more, or reopened. */
    ESCALATED("升级", "escalates");

    private static final int HAND_OVERS = 3;

    private final String zh;
    private final String en;

    Target(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether it came true of a grievance that has ended, by its features then. */
    public boolean cameTrue(Map<String, String> grievance) {
        return switch (this) {
            case MISSED_SLA -> count(grievance, "overdue_count") > 0;
            case ESCALATED -> count(grievance, "hand_overs") >= HAND_OVERS || count(grievance, "reopen_count") > 0;
        };
    }

    private static int count(Map<String, String> fields, String name) {
        return Integer.parseInt(fields.getOrDefault(name, "0"));
    }

    boolean happened(IncidentEvent last) {
        return switch (this) {
            case MISSED_SLA -> "false".equals(last.text("made_sla"));
            case ESCALATED -> last.count("reassignment_count") >= HAND_OVERS || last.count("reopen_count") > 0;
        };
    }
}
