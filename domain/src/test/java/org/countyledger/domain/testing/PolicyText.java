package org.countyledger.domain.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.record.Kind;

/** The text of one version of a policy, as it is proposed. */
public record PolicyText(String policy, long version, Purpose purpose, String effectiveFrom, Clear entries) {
    /** Before every test begins. */
    public static final String LONG_AGO = "2026-01-01T00:00:00Z";

    /**
     * A first version.
     *
     * @param lines name, value and unit of an entry each
     */
    public static PolicyText of(String policy, Purpose purpose, String lines) {
        Map<String, Object> entries = new TreeMap<>();
        lines.lines().map(line -> line.trim().split(" +")).forEach(words -> entries.put(words[0], entry(words)));
        return new PolicyText(policy, 1, purpose, LONG_AGO, new Clear(entries));
    }

    private static Map<String, Object> entry(String... words) {
        return entry(Long.parseLong(words[1]), words[2]);
    }

    private static Map<String, Object> entry(Object value, String unit) {
        return Map.of("value", value, "unit", unit, "source", "default");
    }

    /** What the county is. */
    public static PolicyText county(boolean demonstration) {
        Clear entries = Clear.of("code", entry("330127", "text"))
                .with("demonstration", entry(demonstration, "flag"))
                .with("calendar", entry("TEST", "text"))
                .with(
                        "programmes.open",
                        entry(List.of("DIBAO", "MEDICAL", "DIBAO_EDGE", "EDUCATION", "TEMP_RELIEF"), "list"))
                .with("departments", entry(departments(), "map"));
        return new PolicyText("county", 1, Purpose.LEGAL, LONG_AGO, entries);
    }

    private static Map<String, String> departments() {
        return Map.ofEntries(
                Map.entry("civil-affairs", Officers.CIVIL_AFFAIRS),
                Map.entry("human-resources", Officers.CIVIL_AFFAIRS),
                Map.entry("medical-insurance", Officers.CIVIL_AFFAIRS),
                Map.entry("health", Officers.CIVIL_AFFAIRS),
                Map.entry("education", Officers.CIVIL_AFFAIRS),
                Map.entry("finance", Officers.CIVIL_AFFAIRS),
                Map.entry("grid-centre", Officers.GOVERNANCE),
                Map.entry("petitions", Officers.GOVERNANCE),
                Map.entry("public-security", Officers.GOVERNANCE),
                Map.entry("market-regulation", Officers.GOVERNANCE),
                Map.entry("ecology", Officers.ECOLOGY),
                Map.entry("natural-resources", Officers.ECOLOGY),
                Map.entry("audit", Officers.AUDIT));
    }

    public PolicyText version(long newVersion, String newEffectiveFrom) {
        return new PolicyText(policy, newVersion, purpose, newEffectiveFrom, entries);
    }

    public PolicyText with(String name, Object value, String unit) {
        return new PolicyText(policy, version, purpose, effectiveFrom, entries.with(name, entry(value, unit)));
    }

    public PolicyText without(String name) {
        return new PolicyText(policy, version, purpose, effectiveFrom, entries.without(name));
    }

    public PolicyText with(Purpose newPurpose) {
        return new PolicyText(policy, version, newPurpose, effectiveFrom, entries);
    }

    /** The same for a demonstration: every period that is not in seconds already takes so many. */
    public PolicyText inSeconds(long seconds) {
        Clear inSeconds = entries;
        for (String name : entries.names()) {
            if (isPeriod(entries.object(name).orElseThrow())) {
                inSeconds = inSeconds.with(name, entry(seconds, Unit.s.name()));
            }
        }
        return new PolicyText(policy, version, Purpose.DEMO, effectiveFrom, inSeconds);
    }

    private static boolean isPeriod(Clear entry) {
        String unit = entry.text("unit").orElseThrow();
        return !unit.equals(Unit.s.name())
                && Arrays.stream(Unit.values()).anyMatch(known -> known.name().equals(unit));
    }

    public Target target() {
        return new Target(Kind.POLICY, policy + ":" + version);
    }

    /** The proposal, not yet decided. */
    public Act proposedIn(TestCounty county) {
        return county.by(Officers.POLICY_OFFICER, target())
                .does("propose")
                .with("policy", policy)
                .with("version", version)
                .with("purpose", purpose.name())
                .with("effectiveFrom", effectiveFrom)
                .with("appliesToOpen", false)
                .with("entries", entries);
    }

    /** The ratification, not yet decided. */
    public Act ratifiedIn(TestCounty county) {
        Act ratifying = county.by(Officers.POLICY_RATIFIER, target()).does("ratify");
        return purpose == Purpose.LEGAL ? ratifying.with("documentDigest", "d".repeat(64)) : ratifying;
    }

    public void putInForce(TestCounty county) {
        proposedIn(county).accepted();
        ratifiedIn(county).accepted();
    }
}
