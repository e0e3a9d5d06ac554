package org.countyledger.network.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.network.directory.PrivateFiles;

/** Which process was started. Its start is kept too, because numbers of ended processes are given to others. */
final class PidFile {
    /** The system counts a start from its own, and that moment moves when the clock is set. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    private record Entry(long pid, long startedAtMillis) {}

    void write(ProcessHandle process) {
        long started = process.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        try {
            PrivateFiles.write(file, CanonicalJson.write(new Entry(process.pid(), started)));
        } catch (IOException e) {
            throw new UncheckedIOException("The pid file " + file + " cannot be written", e);
        }
    }

    /** The process, if it is alive and still the one that was started. */
    Optional<ProcessHandle> running() {
        return read().flatMap(entry ->
                ProcessHandle.of(entry.pid()).filter(ProcessHandle::isAlive).filter(process -> isSame(process, entry)));
    }

    private static boolean isSame(ProcessHandle process, Entry entry) {
        Instant recorded = Instant.ofEpochMilli(entry.startedAtMillis());
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(recorded, start).abs().compareTo(SAME_START) < 0)
                .isPresent();
    }

    /** Whether a process was started and not stopped by us. */
    boolean exists() {
        return Files.exists(file);
    }

    private Optional<Entry> read() {
        try {
            return Optional.of(CanonicalJson.read(Files.readAllBytes(file), Entry.class));
        } catch (NoSuchFileException | MalformedJson e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The pid file " + file + " cannot be read", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The pid file " + file + " cannot be deleted", e);
        }
    }
}
