package org.countyledger.network.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.countyledger.network.api.OracleApi.Reading;

/** Some weeks of a real station, in the columns of the PRSA data set. */
record Sample(String station, Instant start, Instant end, List<Reading> readings) {
    private static final int YEAR = 1;
    private static final int MONTH = 2;
    private static final int DAY = 3;
    private static final int HOUR = 4;
    private static final int PM25 = 5;
    private static final int WINDOW_SECONDS = 3600;

    static Sample read(String station, String resource) {
        List<String[]> rows = rows(resource);
        List<Reading> readings = rows.stream()
                .filter(cells -> !cells[PM25].isEmpty() && !cells[PM25].equals("NA"))
                .map(cells -> new Reading(time(cells), new BigDecimal(cells[PM25])))
                .toList();
        Instant end = time(rows.getLast()).plusSeconds(WINDOW_SECONDS);
        return new Sample(station, time(rows.getFirst()), end, readings);
    }

    /** Number of the last window that the readings reach. */
    long lastWindow() {
        return (readings.getLast().time().getEpochSecond() - start.getEpochSecond()) / WINDOW_SECONDS;
    }

    private static List<String[]> rows(String resource) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Sample.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Instant time(String[] cells) {
        return OffsetDateTime.of(
                        Integer.parseInt(cells[YEAR]),
                        Integer.parseInt(cells[MONTH]),
                        Integer.parseInt(cells[DAY]),
                        Integer.parseInt(cells[HOUR]),
                        0,
                        0,
                        0,
                        ZoneOffset.ofHours(8))
                .toInstant();
    }
}
