package org.countyledger.oracle.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class GrossRangeTest {
    private static final Path REFERENCE = Path.of("..", "..", "shared", "data", "qartod", "flags_8stations.csv.gz");
    private static final Path STATIONS = Path.of("..", "..", "shared", "data", "prsa");

    @Test
    void boundsAreWithinTheRange() {
        assertThat(GrossRange.PM2_5.flag(2_000)).isEqualTo("1");
        assertThat(GrossRange.PM2_5.flag(500_000)).isEqualTo("1");
        assertThat(GrossRange.PM2_5.flag(1_999)).isEqualTo("3");
        assertThat(GrossRange.PM2_5.flag(500_001)).isEqualTo("3");
        assertThat(GrossRange.PM2_5.flag(1_000_000)).isEqualTo("3");
        assertThat(GrossRange.PM2_5.flag(1_000_001)).isEqualTo("4");
    }

    @Test
    void everyValueIsCountedOnceAndAPollutantWithoutARangeIsNotEvaluated() {
        assertThat(GrossRange.flags("PM2_5", new long[] {1, 3_000, 4_000, 2_000_000}))
                .isEqualTo(Map.of("1", 2L, "3", 1L, "4", 1L));
        assertThat(GrossRange.flags("O3", new long[] {1, 2})).isEqualTo(Map.of("2", 2L));
    }

    @Test
    void theReferenceImplementationGivesTheSameFlags() throws IOException {
        assumeTrue(Files.exists(REFERENCE), "skipped: " + REFERENCE + " is not there (the reference data)");
        Map<String, String> expected = new HashMap<>();
        try (CSVParser rows = rows(REFERENCE)) {
            rows.forEach(row -> expected.put(row.get("station") + " " + row.get("hour"), row.get("gross")));
        }
        int seen = 0;
        try (Stream<Path> files = Files.list(STATIONS)) {
            for (Path file : files.toList()) {
                seen += compare(file, expected);
            }
        }
        assertThat(seen).isGreaterThan(270_000);
    }

    private static int compare(Path file, Map<String, String> expected) throws IOException {
        int seen = 0;
        try (CSVParser rows = rows(file)) {
            for (CSVRecord row : rows) {
                if (!row.get("PM2.5").equals("NA") && !row.get("PM2.5").isEmpty()) {
                    long milli =
                            new BigDecimal(row.get("PM2.5")).movePointRight(3).longValueExact();
                    assertThat(GrossRange.PM2_5.flag(milli)).isEqualTo(expected.get(hour(row)));
                    seen++;
                }
            }
        }
        return seen;
    }

    private static String hour(CSVRecord row) {
        return "%s %s-%02d-%02d %02d:00:00"
                .formatted(
                        row.get("station"),
                        row.get("year"),
                        Integer.parseInt(row.get("month")),
                        Integer.parseInt(row.get("day")),
                        Integer.parseInt(row.get("hour")));
    }

    private static CSVParser rows(Path file) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)));
    }
}
