package org.countyledger.oracle.backfill;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.countyledger.oracle.window.Limits;
import org.countyledger.oracle.window.Refusal;

/**
 * Reads files in the columns of the PRSA data set: year, month, day, hour in UTC+8, one column for each pollutant in µg/m³,
 * {@code NA} or nothing for a missing value. A row stands for the hour that begins then.
 */
final class PrsaTable {
    private static final Map<String, String> COLUMNS =
            Map.of("PM2_5", "PM2.5", "PM10", "PM10", "SO2", "SO2", "NO2", "NO2", "CO", "CO", "O3", "O3");
    private static final List<String> TIME = List.of("year", "month", "day", "hour");
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final int MICRO_TO_MILLI_DIGITS = 3;
    private static final int LONGEST_NUMBER = 40;

    private final Limits limits;
    private final String column;
    private final int shift;
    private final TreeMap<Long, Long> values = new TreeMap<>();
    private final EnumMap<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private long last = -1;

    private PrsaTable(Limits limits, String pollutant, String unit) {
        this.limits = limits;
        this.column = Optional.ofNullable(COLUMNS.get(pollutant)).orElseThrow();
        this.shift = unit.equals("mg/m3") ? MICRO_TO_MILLI_DIGITS : 0;
    }

    /** What a datastream takes of a file. */
    record Content(HourlyValues values, Map<Refusal, Long> refused) {}

    /** The file is none of this format; says why. */
    static final class NotPrsa extends Exception {
        private static final long serialVersionUID = 1;

        NotPrsa(String why) {
            super(why);
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws NotPrsa if a column is missing
     * @throws IOException if the file cannot be unpacked
     */
    static Content read(InputStream file, Limits limits) throws IOException, NotPrsa {
        var fields = limits.datastream().header().fields();
        PrsaTable table = new PrsaTable(
                limits, fields.text("pollutant").orElse(""), fields.text("unit").orElse(""));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            table.requireColumns(rows.getHeaderMap());
            rows.forEach(table::take);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalArgumentException e) {
            throw new NotPrsa("its header names a column twice or not at all");
        }
        return new Content(new HourlyValues(table.values, table.last), table.refused);
    }

    private void requireColumns(Map<String, Integer> header) throws NotPrsa {
        for (String name : TIME) {
            if (!header.containsKey(name)) {
                throw new NotPrsa("the column " + name + " is missing");
            }
        }
        if (!header.containsKey(column)) {
            throw new NotPrsa("the column " + column + " is missing");
        }
    }

    private void take(CSVRecord row) {
        Optional<Instant> at = time(row);
        if (at.isEmpty()) {
            refuse(Refusal.TIME_MALFORMED);
            return;
        }
        limits.ofTime(at.get()).ifPresentOrElse(this::refuse, () -> take(limits.window(at.get()), cell(row)));
    }

    private void take(long window, String cell) {
        last = Math.max(last, window);
        if (cell.isEmpty() || cell.equals("NA")) {
            return;
        }
        Optional<BigDecimal> value = number(cell);
        Optional<Refusal> refusal =
                value.isEmpty() ? Optional.of(Refusal.VALUE_NOT_A_NUMBER) : Limits.ofValue(value.get());
        refusal.ifPresentOrElse(this::refuse, () -> put(window, Limits.milli(value.orElseThrow())));
    }

    private void put(long window, long milli) {
        Long there = values.putIfAbsent(window, milli);
        if (there != null && there != milli) {
            refuse(Refusal.VALUE_DIFFERS);
        }
    }

    private void refuse(Refusal refusal) {
        refused.merge(refusal, 1L, Long::sum);
    }

    private String cell(CSVRecord row) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }

    private static Optional<Instant> time(CSVRecord row) {
        try {
            return Optional.of(OffsetDateTime.of(
                            number(row, "year"),
                            number(row, "month"),
                            number(row, "day"),
                            number(row, "hour"),
                            0,
                            0,
                            0,
                            BEIJING)
                    .toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(CSVRecord row, String name) {
        return row.isSet(name) ? Integer.parseInt(row.get(name).strip()) : -1;
    }

    private Optional<BigDecimal> number(String cell) {
        try {
            return cell.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(cell).movePointLeft(shift));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
