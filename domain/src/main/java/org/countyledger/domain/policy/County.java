package org.countyledger.domain.policy;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countyledger.domain.record.Clear;

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

    /** MSP ids of the organisations that the county's departments belong to: the members of the channel. */
    public SortedSet<String> organizations() {
        return organizations(version.entries());
    }

    /** The same of a text that is not ratified yet: the first policy {@code county} founds the county. */
    public static SortedSet<String> organizations(Clear entries) {
        SortedSet<String> organizations = new TreeSet<>();
        entries.object("departments")
                .flatMap(entry -> entry.object("value"))
                .map(Clear::values)
                .ifPresent(departments -> departments.values().forEach(mspId -> organizations.add(mspId.toString())));
        return organizations;
    }

    /** First part of the ids of the working calendars, e.g. {@code CN}. */
    public String calendarFamily() {
        return version.text("calendar").orElse("CN");
    }

    public boolean isProgrammeOpen(String programme) {
        return version.texts("programmes.open").contains(programme);
    }
}
