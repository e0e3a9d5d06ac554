package org.countyledger.network.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a process writes, from one start on. */
final class LogFile {
    private static final int MAX_TAIL_BYTES = 4096;
    private static final int MAX_TAIL_LINES = 8;

    private final Path file;
    private final long start;

    LogFile(Path file) throws IOException {
        this.file = file;
        this.start = Files.exists(file) ? Files.size(file) : 0;
    }

    Path path() {
        return file;
    }

    /** The last lines since the start, indented; empty where there are none. */
    String tail() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(start, in.length() - MAX_TAIL_BYTES);
            byte[] bytes = new byte[Math.toIntExact(in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - MAX_TAIL_LINES), lines.size()).stream()
                    .map(line -> "\n    " + line)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            return "";
        }
    }
}
