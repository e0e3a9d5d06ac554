package org.countyledger.domain.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.lifecycle.ClockStep;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Position;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordKey;

/** A header in a given state with some of everything that rows of its table could have put there. */
public final class AnyHeader {
    public static final ResidentKey KEY = ResidentKey.of("any header");
    private static final String ID = "0f0e0d0c-0b0a-8908-8706-050403020100";
    private static final String DIGEST = "d".repeat(64);

    private final PolicyBook policies;
    private final Random random;
    private final Plausible plausible;

    public AnyHeader(Facts facts, Random random) {
        this.policies = new PolicyBook(facts);
        this.random = random;
        this.plausible = new Plausible(random);
    }

    public Header of(Lifecycle table, State state) {
        Instant since = TestCounty.MONDAY.minus(Duration.ofDays(random.nextInt(200)));
        return new Header(
                founding(table),
                new Position(state.name(), since, 3, since, DIGEST, DIGEST),
                Handling.by(Officers.CIVIL_AFFAIRS, "civil-affairs"),
                clocks(table, since),
                List.of(),
                new TreeSet<>(),
                groups(table),
                Optional.empty(),
                List.of(new RecordKey(KeyRole.HOLDER, KEY.spki(), Custody.SELF_HELD, since, Optional.empty())),
                List.of(),
                new TreeMap<>(),
                fields(table));
    }

    /** A record with these fields and nothing else. */
    static Header plain(Kind kind, String id, String state, Clear fields) {
        Instant since = TestCounty.MONDAY;
        return new Header(
                new Founding(
                        Header.SCHEMA_VERSION,
                        kind,
                        id,
                        "330127",
                        Optional.empty(),
                        kind.fixedOwner().orElse(Officers.CIVIL_AFFAIRS),
                        Optional.empty(),
                        "R3"),
                new Position(state, since, 1, since, DIGEST, DIGEST),
                Handling.NOBODY,
                List.of(),
                List.of(),
                new TreeSet<>(),
                new TreeMap<>(),
                Optional.empty(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                fields);
    }

    private Founding founding(Lifecycle table) {
        return new Founding(
                Header.SCHEMA_VERSION,
                table.kind(),
                ID,
                "330127",
                Optional.of(Officers.TOWN),
                table.kind().fixedOwner().orElse(Officers.CIVIL_AFFAIRS),
                table.kind().prefix().flatMap(prefix -> policies.refAt(prefix, TestCounty.MONDAY)),
                table.retention());
    }

    private Clear fields(Lifecycle table) {
        List<Field> fields = table.rows().stream()
                .flatMap(row -> row.arguments().fields().stream())
                .filter(field -> field.place() != Field.Place.EVENT)
                .toList();
        return plausible.fields(fields);
    }

    private List<Clock> clocks(Lifecycle table, Instant since) {
        List<Clock> clocks = new ArrayList<>();
        for (Row row : table.rows()) {
            for (ClockStep step : row.effects().clocks()) {
                if (step instanceof ClockStep.Starts starts) {
                    String name = starts.start().clock();
                    long before = clocks.stream()
                            .filter(clock -> clock.name().equals(name))
                            .count();
                    clocks.add(clock(starts.start(), Math.toIntExact(before) + 1, since));
                }
            }
        }
        return clocks;
    }

    private Clock clock(ClockStep.Start start, int n, Instant since) {
        Clock.State[] states = {Clock.State.RUNNING, Clock.State.MET, Clock.State.CANCELLED};
        return new Clock(
                start.clock(),
                n,
                since,
                since.plus(Duration.ofDays(5)),
                "any.entry@1",
                start.window(),
                new Period(5, Unit.wd),
                states[random.nextInt(states.length)],
                Optional.empty(),
                Optional.empty());
    }

    private static SortedMap<String, Group> groups(Lifecycle table) {
        SortedMap<String, Group> groups = new TreeMap<>();
        table.rows().stream()
                .flatMap(row -> row.arguments().staged().stream())
                .forEach(staged -> groups.put(
                        staged.group(),
                        new Group(
                                DIGEST,
                                2,
                                Officers.CIVIL_AFFAIRS,
                                new ContentKey(table.kind(), ID, staged.group(), 1))));
        return groups;
    }
}
