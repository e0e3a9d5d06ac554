package org.countyledger.embedded.commit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.embedded.blockfile.BlockLog;
import org.countyledger.embedded.blockfile.BlockRecovery;
import org.countyledger.embedded.blockfile.DirectoryLock;
import org.countyledger.embedded.blockfile.FileBlockLog;
import org.countyledger.embedded.blockfile.MemoryBlockLog;
import org.countyledger.embedded.state.IndexUnreadableException;
import org.countyledger.embedded.state.StateStore;

/** The blocks and the index of one ledger, opened together so that they agree. */
public final class LedgerFiles implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(LedgerFiles.class.getName());

    private final Optional<DirectoryLock> lock;
    private final BlockLog log;
    private final StateStore store;

    private LedgerFiles(Optional<DirectoryLock> lock, BlockLog log, StateStore store) {
        this.lock = lock;
        this.log = log;
        this.store = store;
    }

    /** Where a channel's block files lie in a ledger's directory. */
    public static Path channelDirectory(Path directory, String channel) {
        return directory.resolve("channel").resolve(channel);
    }

    public static LedgerFiles inMemory() {
        return new LedgerFiles(Optional.empty(), new MemoryBlockLog(), StateStore.inMemory());
    }

    /** Opens or creates a ledger's directory: cuts a torn tail and applies blocks the index has missed. */
    public static LedgerFiles open(Path directory, String channel) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return open(channelDirectory(directory, channel), lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LedgerFiles open(Path channelDirectory, DirectoryLock lock) {
        FileBlockLog log = FileBlockLog.open(channelDirectory);
        try {
            StateStore store = openIndex(channelDirectory.resolve("index.mv"), log);
            LedgerFiles files = new LedgerFiles(Optional.of(lock), log, store);
            try {
                files.redo(log);
                return files;
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static StateStore openIndex(Path file, FileBlockLog log) {
        try {
            StateStore store = StateStore.open(file);
            Optional<BlockLocation> last = store.lastLocation();
            if (store.height() == 0
                    || (last.isPresent() && BlockRecovery.agrees(log, last.get(), store.height() - 1))) {
                return store;
            }
            store.close();
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "{0} knows {1} blocks that the block files do not hold; it is built anew",
                    file,
                    store.height());
        } catch (IndexUnreadableException e) {
            LOGGER.log(System.Logger.Level.WARNING, "{0}; it is built anew", e.getMessage());
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The unreadable index " + file + " cannot be deleted", e);
        }
        return StateStore.open(file);
    }

    private void redo(FileBlockLog blocks) {
        Redo redo = new Redo(store);
        long cut = BlockRecovery.run(blocks, store.lastLocation(), redo::apply);
        if (cut > 0) {
            LOGGER.log(
                    System.Logger.Level.WARNING, "{0} bytes of an unfinished block were cut off", String.valueOf(cut));
        }
    }

    public BlockLog log() {
        return log;
    }

    public StateStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        log.close();
        lock.ifPresent(DirectoryLock::close);
    }
}
