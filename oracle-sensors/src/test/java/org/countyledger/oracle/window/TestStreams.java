package org.countyledger.oracle.window;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** Datastreams that are nowhere but in memory. */
public final class TestStreams {
    private static final Map<String, Long> RULE = Map.of(
            "raise.milli", 150_000L,
            "raise.windows", 2L,
            "clear.milli", 115_000L,
            "clear.windows", 3L,
            "averaging.seconds", 3600L,
            "coverage.permille", 750L,
            "live.maxAge.seconds", 7200L,
            "future.seconds", 120L,
            "backfill.minWindows", 24L,
            "batch.maxWindows", 288L);

    private TestStreams() {}

    /** The policy {@code air} under the law's ages. */
    public static PolicyVersion air() {
        Map<String, Object> entries = new TreeMap<>();
        RULE.forEach((name, value) -> entries.put(name, Map.of("value", value, "unit", "count")));
        return new PolicyVersion("air", 1, Purpose.LEGAL, Instant.EPOCH, false, new Clear(entries));
    }

    /** An hourly datastream of PM2.5 that nothing was appended to. */
    public static Header hourly(Instant firstWindow) {
        Clear fields = new Clear(Map.of(
                "periodSeconds", 3600, "firstWindow", firstWindow.toString(), "pollutant", "PM2_5", "unit", "ug/m3"));
        Header.Founding founding = new Header.Founding(
                1,
                Kind.DATASTREAM,
                "stream",
                "330183",
                Optional.empty(),
                "EcologyMSP",
                Optional.of(new Header.PolicyRef("air", 1, "00")),
                "R30");
        return new Header(
                founding,
                new Header.Position("OPEN", Instant.EPOCH, 1, Instant.EPOCH, "", ""),
                Header.Handling.NOBODY,
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

    /** The same with this last window on the ledger. */
    public static Header hourly(Instant firstWindow, long lastWindow) {
        Header header = hourly(firstWindow);
        return new Header(
                header.founding(),
                header.position(),
                header.handling(),
                header.clocks(),
                header.awaited(),
                header.flags(),
                header.groups(),
                header.pending(),
                header.keys(),
                header.links(),
                header.hands(),
                header.fields().with("lastWindow", lastWindow));
    }
}
