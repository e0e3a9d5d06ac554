package org.countyledger.oracle.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.ExceedanceRule;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.domain.sensing.Window;
import org.countyledger.oracle.sensor.SignedReading;
import org.countyledger.oracle.window.Limits;
import org.countyledger.oracle.window.TestStreams;
import org.countyledger.oracle.window.Windows;
import org.junit.jupiter.api.Test;

/** The whole way from file to rule, without signatures and ledger, over four years of eight real stations. */
class ReferenceStationsTest {
    private static final Path FILES = Path.of("..", "..", "shared", "data", "prsa");
    private static final Instant FIRST = Instant.parse("2013-02-28T16:00:00Z");
    private static final DatastreamView STREAM = new DatastreamView(TestStreams.hourly(FIRST));

    /** Of one station. */
    private record Sum(long hours, long readings, long raised) {}

    private static Sum sum(Path file) {
        try {
            Limits limits =
                    new Limits(STREAM, TestStreams.air(), Ingest.BACKFILL, Instant.parse("2020-01-01T00:00:00Z"));
            PrsaTable.Content content = PrsaTable.read(Unpacked.of(Files.readAllBytes(file), 1 << 26), limits);
            assertThat(content.refused()).isEmpty();
            List<Window> windows = windows(content.values());
            long raised = ExceedanceRule.of(TestStreams.air()).over(STREAM, 0, windows, () -> "id").turns().stream()
                    .filter(ExceedanceRule.Turn.Raised.class::isInstance)
                    .count();
            return new Sum(windows.size(), content.values().size(), raised);
        } catch (IOException | PrsaTable.NotPrsa e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static List<Window> windows(HourlyValues values) {
        NavigableMap<Long, List<SignedReading>> readings = new TreeMap<>();
        values.between(
                0,
                values.last(),
                (window, milli) -> readings.put(
                        window,
                        List.of(new SignedReading(
                                "s", STREAM.start(window), milli, "c".getBytes(StandardCharsets.UTF_8)))));
        List<Window> windows = new ArrayList<>();
        for (long window = 0; window <= values.last(); window++) {
            windows.add(Windows.of("PM2_5", readings.getOrDefault(window, List.of())));
        }
        return windows;
    }

    @Test
    void eightStationsHaveExactly2309Exceedances() throws IOException {
        assumeTrue(Files.isDirectory(FILES), "skipped: " + FILES + " is not there (the reference data)");
        Map<String, Sum> sums = new TreeMap<>();
        try (Stream<Path> files = Files.list(FILES)) {
            files.forEach(file -> sums.put(file.getFileName().toString(), sum(file)));
        }
        assertThat(sums).hasSize(8);
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum.hours()).isEqualTo(35_064));
        assertThat(sums.values().stream().mapToLong(Sum::raised).sum()).isEqualTo(2_309);
    }
}
