package org.countyledger.network.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.network.CountyException;

/** Lets one command at a time make, start or remove a county; the lock is beside the directory, which may not be there. */
public final class CountyLock {
    private CountyLock() {}

    public static <T> T holding(CountyDirectory county, Supplier<T> work) {
        Path file = county.beside("lock");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = Optional.ofNullable(channel.tryLock())
                        .orElseThrow(() -> new CountyException("Another scripts/county is at work on " + county));
                try {
                    return work.get();
                } finally {
                    lock.release();
                }
            }
        } catch (IOException e) {
            throw new CountyException(county + " cannot be locked: " + e.getMessage(), e);
        }
    }
}
