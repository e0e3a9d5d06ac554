package org.countyledger.embedded.privatedata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file behind a private store, which is replaced as a whole to get rid of erased bytes. */
final class PrivateFile {
    private final Optional<Path> path;
    private final List<PrivateMaps> retired = new ArrayList<>();

    /** Nothing is kept where {@code path} is empty. */
    PrivateFile(Optional<Path> path) {
        this.path = path;
    }

    PrivateMaps open() {
        path.ifPresent(file -> {
            try {
                Files.createDirectories(file.getParent());
                Files.deleteIfExists(next(file));
            } catch (IOException e) {
                throw new UncheckedIOException("The private store " + file + " cannot be opened", e);
            }
        });
        return PrivateMaps.open(path);
    }

    private static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** The same data in a new file under the old name; readers of the old one finish undisturbed. Empty in memory. */
    Optional<PrivateMaps> rewritten(PrivateMaps maps) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Path file = path.get();
        PrivateMaps copy = PrivateMaps.open(Optional.of(next(file)));
        maps.copyTo(copy);
        copy.store().closeImmediately();
        try {
            Files.move(next(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel names = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                names.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The private store " + file + " cannot be replaced", e);
        }
        retired.add(maps);
        return Optional.of(PrivateMaps.open(path));
    }

    /** Closes replaced files that nobody reads any more. */
    void closeUnused() {
        retired.removeIf(maps -> {
            if (maps.isUnused()) {
                maps.store().closeImmediately();
            }
            return maps.store().isClosed();
        });
    }

    /** Everything is written already; whoever still reads is on its own. */
    void close(PrivateMaps maps) {
        retired.forEach(old -> old.store().closeImmediately());
        retired.clear();
        maps.store().closeImmediately();
    }
}
