package org.countyledger.network.health;

import java.util.List;

/**
 * How a part of a county is.
 *
 * @param lines for people
 * @param findings what is not as it should be
 */
public record HealthReport(List<String> lines, List<Finding> findings) {
    public HealthReport {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }
}
