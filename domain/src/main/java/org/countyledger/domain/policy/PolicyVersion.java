package org.countyledger.domain.policy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.record.Header.PolicyRef;

/**
 * One ratified version of one policy, stored for ever under {@code P~policy~version} (domain.md 3.9, 3.12).
 *
 * @param policy prefix of the entries' names, e.g. {@code welfare}
 * @param effectiveFrom records opened from then on are opened under it
 * @param appliesToOpen law that also moves open records to it
 * @param entries name to {value, unit, source}; a name ends in a suffix that is part of it, the unit of the entry counts
 */
public record PolicyVersion(
        String policy, long version, Purpose purpose, Instant effectiveFrom, boolean appliesToOpen, Clear entries) {

    public PolicyVersion {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        for (String name : entries.names()) {
            Clear entry = entries.object(name).orElse(Clear.EMPTY);
            if (!entry.has("value") || entry.text("unit").isEmpty()) {
                throw new IllegalArgumentException(name + " must have a value and a unit");
            }
        }
    }

    /** A period with the full name of its entry. */
    public record NamedPeriod(String entry, Period period) {}

    public PolicyRef ref() {
        return new PolicyRef(policy, version, CanonicalJson.digest(this));
    }

    /** The period of this parameter, e.g. {@code total} finds the entry {@code total.wd}. */
    public Optional<NamedPeriod> period(String parameter) {
        return Optional.ofNullable(
                entries.compiled(Periods.class, Periods::of).byParameter().get(parameter));
    }

    /** The entries that are periods, by their names without suffix; of two of one name, the first. */
    private record Periods(Map<String, NamedPeriod> byParameter) {
        static Periods of(Clear entries) {
            Map<String, NamedPeriod> periods = new HashMap<>();
            for (String name : entries.names()) {
                namedPeriod(entries, name)
                        .filter(period -> name.indexOf('.') > 0)
                        .ifPresent(period -> periods.putIfAbsent(name.substring(0, name.lastIndexOf('.')), period));
            }
            return new Periods(periods);
        }
    }

    private static Optional<NamedPeriod> namedPeriod(Clear entries, String name) {
        Clear entry = entries.object(name).orElse(Clear.EMPTY);
        return entry.text("unit")
                .filter(unit -> Arrays.stream(Unit.values())
                        .anyMatch(known -> known.name().equals(unit)))
                .flatMap(unit -> entry.integer("value")
                        .map(value -> new NamedPeriod(name, new Period(value, Unit.valueOf(unit)))));
    }

    /** Value of the entry of this full name. */
    public Optional<Long> integer(String name) {
        return entry(name).flatMap(entry -> entry.integer("value"));
    }

    public boolean isTrue(String name) {
        return entry(name).map(entry -> entry.isTrue("value")).orElse(false);
    }

    public Optional<String> text(String name) {
        return entry(name).flatMap(entry -> entry.text("value"));
    }

    public List<String> texts(String name) {
        return entry(name).map(entry -> entry.texts("value")).orElse(List.of());
    }

    public Map<String, Object> map(String name) {
        return entry(name)
                .flatMap(entry -> entry.object("value"))
                .map(Clear::values)
                .<Map<String, Object>>map(values -> values)
                .orElse(Map.of());
    }

    private Optional<Clear> entry(String name) {
        return entries.object(name);
    }
}
