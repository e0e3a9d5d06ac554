package org.countyledger.gateway.testing;

import java.util.List;
import java.util.Map;

/** Makes the county a demonstration, through the API as the {@code county} command does it. */
final class Founding {
    private static final String CIVIL = "CivilAffairsMSP";

    private Founding() {}

    static void found(Api api) {
        policy(
                api,
                "county",
                Map.of(
                        "code", entry("330183", "code"),
                        "demonstration", entry(true, "flag"),
                        "calendar", entry("CN", "code"),
                        "departments",
                                entry(
                                        Map.of(
                                                "civil-affairs", CIVIL,
                                                "education", CIVIL,
                                                "grid-centre", "GovernanceMSP",
                                                "petitions", "GovernanceMSP",
                                                "ecology", "EcologyMSP",
                                                "audit", "AuditMSP"),
                                        "map"),
                        "programmes.open", entry(List.of("DIBAO"), "list")));
        policy(
                api,
                "welfare",
                Map.of(
                        "accept.wd", seconds(600, "SAL 64"),
                        "total.wd", seconds(600, "57号"),
                        "start_check.wd", seconds(600, "57号"),
                        "verify.wd", seconds(600, "57号"),
                        "open_notice.wd", seconds(600, "default"),
                        "notice.days", seconds(2, "[ZZ]"),
                        "county_decide.wd", seconds(600, "[ZZ]")));
        legalPolicy(api, "notice", Map.of("post.wd", period(1, "wd"), "takedown.days", period(1, "d24")));
        policy(api, "grievance", Map.of("route.days", seconds(600, "XF 22"), "route_service.wd", seconds(1, "XF 22")));
        policy(api, "audit", Map.of("notify.wd", seconds(600, "default"), "respond.days", seconds(600, "AUD 44")));
        policy(
                api,
                "sensor",
                Map.of("calibration.mo", seconds(86_400, "default"), "check.wd", seconds(600, "default")));
        policy(
                api,
                "model",
                Map.of(
                        "expiry.mo", seconds(86_400, "default"),
                        "retire.mo", seconds(86_400, "default"),
                        "psi.permille", entry(250, "permille"),
                        "sponsors.count", entry(2, "count")));
        policy(
                api,
                "score",
                Map.of("expiry.days", seconds(86_400, "default"), "contest.wd", seconds(86_400, "default")));
        policy(api, "staging", Map.of("unused.hours", seconds(2, "default")));
        policy(api, "overdue", Map.of("l2.wd", seconds(1, "default"), "l3.wd", seconds(2, "default")));
    }

    private static Map<String, Object> seconds(int seconds, String source) {
        return Map.of("value", seconds, "unit", "s", "source", source);
    }

    private static Map<String, Object> period(int value, String unit) {
        return Map.of("value", value, "unit", unit, "source", "default");
    }

    private static Map<String, Object> entry(Object value, String unit) {
        return Map.of("value", value, "unit", unit, "source", "default");
    }

    private static void policy(Api api, String name, Map<String, ?> entries) {
        policy(api, name, "DEMO", entries, Map.of());
    }

    /** Counts in working days, also in a demonstration. */
    private static void legalPolicy(Api api, String name, Map<String, ?> entries) {
        policy(api, name, "LEGAL", entries, Map.of("documentDigest", "9".repeat(64)));
    }

    private static void policy(
            Api api, String name, String purpose, Map<String, ?> entries, Map<String, String> ratification) {
        Map<String, Object> text = Map.of(
                "policy",
                name,
                "version",
                1,
                "purpose",
                purpose,
                "effectiveFrom",
                "2026-01-01T00:00:00Z",
                "appliesToOpen",
                false,
                "entries",
                entries);
        String id = name + ":1";
        api.write(api.as(Officer.POLICY), "/v1/policies", Map.of("id", id, "clear", text))
                .expect(201);
        api.write(
                        api.as(Officer.RATIFIER),
                        "/v1/policies/" + id + "/actions/ratify",
                        Map.of("expectedSeq", 1, "clear", ratification))
                .expect(200);
    }
}
