package org.countyledger.network.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.countyledger.network.CountyException;

/**
 * A file in the columns of the PRSA data set, plain or compressed.
 *
 * @param station the last column of its first row
 * @param start of its first hour
 * @param sha256 of the bytes as they are
 */
public record PrsaFile(Path path, String station, Instant start, String sha256) {
    private static final int YEAR = 1;
    private static final int MONTH = 2;
    private static final int DAY = 3;
    private static final int HOUR = 4;
    private static final int GZIP_MAGIC = 0x1f;

    public static PrsaFile read(Path path) {
        try {
            String[] first = firstRow(path);
            return new PrsaFile(path, first[first.length - 1].replace("\"", ""), time(first), sha256(path));
        } catch (NoSuchFileException e) {
            throw new CountyException("There is no file " + path, e);
        } catch (IOException e) {
            throw new CountyException(path + " cannot be read: " + e.getMessage(), e);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
            throw new CountyException(
                    path + " is not in the PRSA format: columns No, year, month, day, hour, PM2.5 … station", e);
        }
    }

    private static String[] firstRow(Path path) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
            String header = in.readLine();
            String row = in.readLine();
            if (header == null || row == null) {
                throw new CountyException(path + " has no rows");
            }
            return row.split(",", -1);
        }
    }

    private static InputStream open(Path path) throws IOException {
        try (InputStream probe = Files.newInputStream(path)) {
            return probe.read() == GZIP_MAGIC
                    ? new GZIPInputStream(Files.newInputStream(path))
                    : Files.newInputStream(path);
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

    private static String sha256(Path path) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
