package org.countyledger.network.setup;

import java.util.Map;
import java.util.TreeMap;
import org.countyledger.domain.record.Clear;
import org.countyledger.network.directory.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * One policy as its file has it, and as it is entered for a purpose.
 *
 * @param entries name to {value, unit, source, demo?}
 */
record PolicyText(String policy, Map<String, Entry> entries) {
    private static final String SECONDS = "s";
    private static final long DUTY_SECONDS = 60;

    /**
     * An entry of the file.
     *
     * @param demo seconds of a demonstration, where the rule of the file's README does not give them
     */
    record Entry(
            Object value,
            String unit,
            String source,
            @Nullable Long demo) {

        Map<String, Object> forPurpose(Purpose purpose) {
            return switch (purpose) {
                case LEGAL -> Map.of("value", value, "unit", unit, "source", source);
                case DEMO -> demonstration();
            };
        }

        private Map<String, Object> demonstration() {
            return switch (unit) {
                case "d", "d24", "wd", "mo" -> seconds(demo == null ? DUTY_SECONDS : demo);
                case "min" -> seconds(demo == null ? 60 * number() : demo);
                case "h" -> seconds(demo == null ? 3600 * number() : demo);
                default -> Map.of("value", demo == null ? value : demo, "unit", unit, "source", source);
            };
        }

        private Map<String, Object> seconds(long seconds) {
            return Map.of("value", seconds, "unit", SECONDS, "source", source);
        }

        private long number() {
            return ((Number) value).longValue();
        }
    }

    /** The entries as the contract takes them. */
    Clear forPurpose(Purpose purpose) {
        Map<String, Object> entered = new TreeMap<>();
        entries.forEach((name, entry) -> entered.put(name, entry.forPurpose(purpose)));
        return new Clear(entered);
    }
}
