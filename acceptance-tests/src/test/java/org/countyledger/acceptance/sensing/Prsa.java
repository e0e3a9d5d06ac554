package org.countyledger.acceptance.sensing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;

/** Hours of a station as its file has them, and what the rule of domain.md 4 D makes of them, counted once more. */
public record Prsa(List<OptionalDouble> hours) {
    private static final int PM25 = 5;
    private static final double RAISE = 150;
    private static final double CLEAR = 115;
    private static final int RAISED_AFTER = 2;
    private static final int CLEARED_AFTER = 3;

    /** Reads a file, plain or compressed. */
    public static Prsa read(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader in = new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            return of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prsa of(BufferedReader in) {
        return new Prsa(in.lines()
                .skip(1)
                .map(line -> line.split(",", -1)[PM25].strip())
                .map(cell -> cell.isEmpty() || cell.equals("NA")
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Double.parseDouble(cell)))
                .toList());
    }

    public long readings() {
        return hours.stream().filter(OptionalDouble::isPresent).count();
    }

    /** Two hours in a row above raise, three at or below the other limit clear; missing hours neither count nor reset. */
    public long exceedances() {
        long raised = 0;
        int above = 0;
        int below = 0;
        boolean open = false;
        for (OptionalDouble hour : hours) {
            if (hour.isEmpty()) {
                continue;
            }
            above = !open && hour.getAsDouble() > RAISE ? above + 1 : 0;
            below = open && hour.getAsDouble() <= CLEAR ? below + 1 : 0;
            if (above == RAISED_AFTER) {
                raised++;
                open = true;
            } else if (below == CLEARED_AFTER) {
                open = false;
            }
        }
        return raised;
    }
}
