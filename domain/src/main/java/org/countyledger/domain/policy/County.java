package org.countyledger.domain.policy;

import java.util.Optional;

/** The policy {@code county}: what this county is. */
public record County(PolicyVersion version) {
    public static final String POLICY = "county";

    public String code() {
        return version.text("code").orElseThrow();
    }

    public boolean isDemonstration() {
        return version.isTrue("demonstration");
    }

    /** MSP id of the organisation that a department belongs to. */
    public Optional<String> organizationOf(String department) {
        return Optional.ofNullable(version.map("departments").get(department))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** First part of the ids of the working calendars, e.g. {@code CN}. */
    public String calendarFamily() {
        return version.text("calendar").orElse("CN");
    }

    public boolean isProgrammeOpen(String programme) {
        return version.texts("programmes.open").contains(programme);
    }
}
