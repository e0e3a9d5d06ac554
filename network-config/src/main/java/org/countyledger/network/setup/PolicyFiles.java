package org.countyledger.network.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.record.Clear;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.inventory.Department;
import org.countyledger.network.inventory.Inventory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The policies that a new county begins with, from the files below {@code policies/}. */
final class PolicyFiles {
    /** The policy that founds the county comes first and alone. */
    private static final List<String> OTHERS = List.of(
            "overdue",
            "timer",
            "staging",
            "access",
            "retention",
            "welfare",
            "grievance",
            "mediation",
            "air",
            "sensor",
            "notice",
            "delivery",
            "disburse",
            "audit",
            "need",
            "match",
            "ppp",
            "appointment",
            "survey",
            "pilot",
            "model",
            "score",
            "share",
            "correction",
            "checkpoint");

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private PolicyFiles() {}

    static List<String> others() {
        return OTHERS;
    }

    static Clear others(String policy, Purpose purpose) {
        return text(policy).forPurpose(purpose);
    }

    /** What this county is. */
    static Clear county(Inventory inventory, Purpose purpose) {
        Map<String, String> departments = new LinkedHashMap<>();
        for (Department department : inventory.departments()) {
            departments.put(department.id(), department.organization());
        }
        return text(County.POLICY)
                .forPurpose(Purpose.LEGAL)
                .with("code", entry(inventory.county().code(), "code"))
                .with("demonstration", entry(purpose == Purpose.DEMO, "flag"))
                .with("departments", entry(departments, "map"));
    }

    private static Map<String, Object> entry(Object value, String unit) {
        return Map.of("value", value, "unit", unit, "source", "default");
    }

    private static PolicyText text(String policy) {
        return new PolicyText(policy, read("policies/" + policy + ".yaml", new TypeReference<>() {}));
    }

    /** The working-day calendar of 2026. */
    static Clear calendar() {
        Map<String, Object> calendar = read("calendar-CN-2026.yaml", new TypeReference<>() {});
        return new Clear(calendar);
    }

    private static <T> T read(String resource, TypeReference<T> type) {
        try (InputStream in = Optional.ofNullable(PolicyFiles.class.getResourceAsStream("/" + resource))
                .orElseThrow(() -> new IllegalStateException(resource + " is not in the jar"))) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
