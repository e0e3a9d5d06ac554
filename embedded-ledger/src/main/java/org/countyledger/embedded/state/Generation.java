package org.countyledger.embedded.state;

import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The state after one block, shared by all snapshots taken until the next. The store keeps its pages until the last user
 * has gone; the committer is the first user, so a version cannot vanish between being published and being opened.
 */
final class Generation {
    private final Maps maps;
    private final MVStore.TxCounter usage;
    private final long height;
    private final MVMap<byte[], byte[]> state;
    private final MVMap<byte[], byte[]> hashes;
    private int users = 1;

    /**
     * What generations are versions of.
     *
     * @param live how many of them are in use
     */
    record Maps(MVStore store, MVMap<byte[], byte[]> state, MVMap<byte[], byte[]> hashes, AtomicInteger live) {}

    Generation(Maps maps, long height) {
        this.maps = maps;
        this.usage = maps.store().registerVersionUsage();
        this.height = height;
        this.state = maps.state().openVersion(maps.store().getCurrentVersion());
        this.hashes = maps.hashes().openVersion(maps.store().getCurrentVersion());
        maps.live().incrementAndGet();
    }

    long height() {
        return height;
    }

    MVMap<byte[], byte[]> state() {
        return state;
    }

    MVMap<byte[], byte[]> hashes() {
        return hashes;
    }

    synchronized void use() {
        users++;
    }

    void release() {
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
        }
        if (!maps.store().isClosed()) {
            maps.store().deregisterVersionUsage(usage);
        }
        maps.live().decrementAndGet();
    }
}
