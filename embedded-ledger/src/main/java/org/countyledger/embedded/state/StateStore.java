package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.state.HashedWrite;
import org.countyledger.ledger.state.PublicWrite;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.validation.HashExpiry;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.hyperledger.fabric.protos.common.Block;

/**
 * World state, history and the indexes over blocks in one MVStore. Everything in it follows from the block file, so it is
 * committed without a sync and rebuilt when it cannot be read. One thread applies blocks, any number read.
 */
public final class StateStore implements AutoCloseable {
    static final int STATE = 0;
    static final int HASHES = 1;
    private static final byte[] SAVEPOINT = StateKeys.utf8("savepoint");
    private static final byte[] COMMIT_HASH = StateKeys.utf8("commitHash");
    private static final byte[] FORMAT = StateKeys.utf8("format");
    private static final byte[] CURRENT_FORMAT = StateKeys.utf8("2");
    private static final int CACHE_MEBIBYTES = 32;
    /** The store's moving of chunks inside its file fails its own assertions (H2 2.4.240), so it is not used. */
    private static final int NO_MOVING = 0;

    private static final int FILL_RATE_PERCENT = 60;
    private static final int REWRITE_BYTES = 4 << 20;
    private static final int COMPACT_EVERY_BLOCKS = 50;

    private final MVStore store;
    private final Generation.Maps maps;
    private final MVMap<byte[], byte[]> settings;
    private final BlockIndex index;
    private final HashExpiry expiry;
    private Generation current;
    private volatile long height;

    private StateStore(MVStore store) {
        this.store = store;
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        maps = new Generation.Maps(store, List.of(map("state"), map("hashes")), new AtomicInteger());
        expiry = new HashExpiry(new ExpiryMap(map("expiry")));
        settings = map("settings");
        index = new BlockIndex(map("transactions"), map("headers"), map("blocks"), map("history"));
        byte[] savepoint = settings.get(SAVEPOINT);
        height = savepoint == null ? 0 : StateValues.place(savepoint).block() + 1;
        current = new Generation(maps, height);
    }

    public static StateStore inMemory() {
        return new StateStore(new MVStore.Builder().autoCommitDisabled().open());
    }

    /** Throws {@link IndexUnreadableException} if the file is no index of this form. */
    public static StateStore open(Path file) {
        MVStore store;
        try {
            store = new MVStore.Builder()
                    .fileName(SteadyFilePath.name(file))
                    .autoCommitDisabled()
                    .cacheSize(CACHE_MEBIBYTES)
                    .open();
        } catch (RuntimeException e) {
            throw new IndexUnreadableException(file + " cannot be read: " + e.getMessage(), e);
        }
        try {
            StateStore opened = new StateStore(store);
            opened.checkFormat(file);
            return opened;
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw new IndexUnreadableException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void checkFormat(Path file) {
        byte[] format = settings.get(FORMAT);
        if (height > 0 && (format == null || !Arrays.equals(format, CURRENT_FORMAT))) {
            throw new IllegalStateException(file + " has another format");
        }
    }

    private MVMap<byte[], byte[]> map(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /** Number of blocks applied. */
    public long height() {
        return height;
    }

    public BlockIndex index() {
        return index;
    }

    /** COMMIT_HASH of the last block; empty before block 1. */
    public ByteString commitHash() {
        byte[] hash = settings.get(COMMIT_HASH);
        return hash == null ? ByteString.EMPTY : ByteString.copyFrom(hash);
    }

    public Optional<BlockLocation> lastLocation() {
        return height == 0 ? Optional.empty() : index.location(height - 1);
    }

    public StateSnapshot snapshot() {
        synchronized (this) {
            current.use();
            return new MapSnapshot(current);
        }
    }

    /** Adds to a block's updates, whose commit hash is already made, the ends of hash entries that it brings. */
    public void expire(long number, UpdateBatch updates, StateView before) {
        expiry.expire(number, updates, before);
    }

    /** Applies one block, with its validation codes in its metadata, and shows it to readers. */
    public void apply(
            Block block,
            List<TransactionParts> transactions,
            BlockLocation location,
            UpdateBatch batch,
            ByteString commitHash) {
        write(new BlockOutcome(block, transactions, batch, commitHash), location);
        publish();
    }

    /** Applies one block as one commit of the store, which no reader sees before {@link #publish}. */
    public void write(BlockOutcome outcome, BlockLocation location) {
        Block block = outcome.block();
        UpdateBatch batch = outcome.updates();
        long number = block.getHeader().getNumber();
        if (number != height) {
            throw new IllegalArgumentException("Block " + number + " cannot follow height " + height);
        }
        batch.publicWrites().forEach(this::apply);
        batch.hashedWrites().forEach(this::apply);
        index.add(block, location, BlockHashes.headerHash(block.getHeader()), outcome.transactions());
        settings.put(SAVEPOINT, StateValues.numbers(number, 0));
        settings.put(COMMIT_HASH, outcome.commitHash().toByteArray());
        settings.put(FORMAT, CURRENT_FORMAT);
        store.commit();
    }

    private void apply(PublicWrite write) {
        byte[] key = StateKeys.state(write.namespace(), write.key());
        if (write.value().isPresent()) {
            maps.all().get(STATE).put(key, StateValues.encode(write.value().get(), write.metadata(), write.version()));
        } else {
            maps.all().get(STATE).remove(key);
        }
    }

    private void apply(HashedWrite write) {
        byte[] key = StateKeys.hash(write.namespace(), write.collection(), write.keyHash());
        if (write.valueHash().isPresent()) {
            maps.all()
                    .get(HASHES)
                    .put(key, StateValues.encode(write.valueHash().get(), write.metadata(), write.version()));
        } else {
            maps.all().get(HASHES).remove(key);
        }
    }

    /** Shows the block that was written last to readers. */
    public void publish() {
        long newHeight = height + 1;
        Generation next = new Generation(maps, newHeight);
        Generation previous;
        synchronized (this) {
            previous = current;
            current = next;
            height = newHeight;
        }
        previous.release();
        if (newHeight % COMPACT_EVERY_BLOCKS == 1) {
            compact();
        }
    }

    /**
     * Writes again what is left in chunks that are mostly dead, so that their space can be used again; without it the file
     * only grows. Done now and then while blocks come, and when none has come for a while.
     */
    public void compact() {
        if (store.isPersistent() && store.compact(FILL_RATE_PERCENT, REWRITE_BYTES)) {
            store.commit();
        }
    }

    @Override
    public void close() {
        if (store.isClosed()) {
            return;
        }
        current.release();
        if (maps.live().get() == 0) {
            compact();
            store.close(NO_MOVING);
        } else {
            // Somebody hangs in an old version, so nothing can be compacted; everything is written already.
            store.closeImmediately();
        }
    }
}
