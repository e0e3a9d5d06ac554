package org.countyledger.oracle.backfill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;

/** Files in the PRSA columns that tests make. */
public final class SampleFile {
    public static final Instant FIRST = Instant.parse("2014-01-01T00:00:00Z");
    private static final String HEADER = "\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"PM10\",\"station\"\n";

    private final StringBuilder text = new StringBuilder(HEADER);
    private int hours;

    /** Appends hours with these values. */
    public SampleFile with(Object... values) {
        for (Object value : values) {
            OffsetDateTime at = FIRST.plusSeconds(3600L * hours).atOffset(ZoneOffset.ofHours(8));
            hours++;
            text.append("%d,%d,%d,%d,%d,%s,NA,\"Test\"\n"
                    .formatted(hours, at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), value));
        }
        return this;
    }

    /** Every 10 hours two above, then three below: one exceedance each time. */
    public SampleFile withExceedances(int many) {
        for (int i = 0; i < many; i++) {
            with(200, 201, 50, 51, 52, 10 + i % 40, "NA", "", 3, 4);
        }
        return this;
    }

    public SampleFile withLine(String line) {
        text.append(line).append('\n');
        return this;
    }

    public byte[] plain() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] packed() {
        return pack(plain());
    }

    static byte[] pack(byte[] content) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
                packed.write(content);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
