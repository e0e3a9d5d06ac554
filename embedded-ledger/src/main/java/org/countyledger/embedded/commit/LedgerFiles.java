package org.countyledger.embedded.commit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.embedded.blockfile.BlockLog;
import org.countyledger.embedded.blockfile.BlockRecovery;
import org.countyledger.embedded.blockfile.DirectoryLock;
import org.countyledger.embedded.blockfile.FileBlockLog;
import org.countyledger.embedded.blockfile.MemoryBlockLog;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.CollectionView;
import org.countyledger.embedded.privatedata.PeerState;
import org.countyledger.embedded.privatedata.PrivateStores;
import org.countyledger.embedded.state.BlockOutcome;
import org.countyledger.embedded.state.IndexUnreadableException;
import org.countyledger.embedded.state.StateStore;

/** The blocks, the index and the private stores of one ledger, opened together so that they agree. */
public final class LedgerFiles implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(LedgerFiles.class.getName());

    private final Optional<DirectoryLock> lock;
    private final BlockLog log;
    private final StateStore store;
    private final PrivateStores privates;
    private final Object publishing = new Object();

    private LedgerFiles(Optional<DirectoryLock> lock, BlockLog log, StateStore store, PrivateStores privates) {
        this.lock = lock;
        this.log = log;
        this.store = store;
        this.privates = privates;
    }

    /** Where a channel's block files lie in a ledger's directory. */
    public static Path channelDirectory(Path directory, String channel) {
        return directory.resolve("channel").resolve(channel);
    }

    public static LedgerFiles inMemory(Collection<String> mspIds) {
        return new LedgerFiles(
                Optional.empty(),
                new MemoryBlockLog(),
                StateStore.inMemory(),
                PrivateStores.open(mspIds, Optional.empty()));
    }

    /** Opens or creates a ledger's directory: cuts a torn tail and applies blocks that the stores have missed. */
    public static LedgerFiles open(Path directory, String channel, Collection<String> mspIds) {
        Opening opening = new Opening(directory);
        try {
            return opening.open(channelDirectory(directory, channel), mspIds);
        } catch (RuntimeException e) {
            opening.close();
            throw e;
        }
    }

    /** What is open already while the rest is opened. */
    private static final class Opening {
        private final DirectoryLock lock;
        private Optional<BlockLog> log = Optional.empty();
        private Optional<PrivateStores> privates = Optional.empty();
        private Optional<StateStore> store = Optional.empty();

        Opening(Path directory) {
            this.lock = DirectoryLock.take(directory);
        }

        LedgerFiles open(Path channelDirectory, Collection<String> mspIds) {
            FileBlockLog blocks = FileBlockLog.open(channelDirectory);
            log = Optional.of(blocks);
            PrivateStores stores = PrivateStores.open(mspIds, Optional.of(channelDirectory.resolve("private")));
            privates = Optional.of(stores);
            StateStore index = openIndex(channelDirectory.resolve("index.mv"), blocks, stores.firstPrepared());
            store = Optional.of(index);
            LedgerFiles files = new LedgerFiles(Optional.of(lock), blocks, index, stores);
            files.redo(blocks);
            return files;
        }

        void close() {
            store.ifPresent(StateStore::close);
            privates.ifPresent(PrivateStores::close);
            log.ifPresent(BlockLog::close);
            lock.close();
        }
    }

    private static StateStore openIndex(Path file, FileBlockLog log, OptionalLong prepared) {
        try {
            StateStore store = StateStore.open(file);
            Optional<BlockLocation> last = store.lastLocation();
            boolean isNotAhead = prepared.isEmpty() || prepared.getAsLong() >= store.height();
            if (store.height() == 0
                    || (isNotAhead && last.isPresent() && BlockRecovery.agrees(log, last.get(), store.height() - 1))) {
                return store;
            }
            store.close();
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "{0} knows {1} blocks that the block files or a private store do not hold; it is built anew",
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
        Redo redo = new Redo(this, Optional.empty());
        long cut = BlockRecovery.run(blocks, store.lastLocation(), redo::apply);
        privates.cut(store.height());
        if (cut > 0) {
            LOGGER.log(
                    System.Logger.Level.WARNING, "{0} bytes of an unfinished block were cut off", String.valueOf(cut));
        }
    }

    /** Makes a validated block durable, step by step, and tells {@code passed} which steps are done. */
    void commit(BlockOutcome outcome, CollectionView before, Consumer<CommitStep> passed) {
        privates.prepare(outcome, before);
        passed.accept(CommitStep.PRIVATE_SETS_STORED);
        BlockLocation location = log.append(outcome.block());
        passed.accept(CommitStep.BLOCK_APPENDED);
        apply(outcome, location, before);
        passed.accept(CommitStep.INDEX_WRITTEN);
    }

    /** Lets a block that is in the log take effect; the private stores first, so that they are never behind. */
    void apply(BlockOutcome outcome, BlockLocation location, CollectionView before) {
        store.expire(outcome.number(), outcome.updates(), before.state());
        privates.apply(outcome, before);
        store.write(outcome, location);
        synchronized (publishing) {
            store.publish();
            privates.publish();
        }
    }

    /** The public and one organisation's private state after the same block; the caller closes it. */
    public PeerState peerState(String mspId, CollectionConfigs collections) {
        synchronized (publishing) {
            return new PeerState(store.snapshot(), privates.of(mspId).snapshot(), collections);
        }
    }

    public BlockLog log() {
        return log;
    }

    public StateStore store() {
        return store;
    }

    public PrivateStores privates() {
        return privates;
    }

    /** Gives back the space of what was overwritten, and erases what was purged or has expired. */
    public void compact() {
        store.compact();
        privates.compact();
    }

    @Override
    public void close() {
        store.close();
        privates.close();
        log.close();
        lock.ifPresent(DirectoryLock::close);
    }
}
