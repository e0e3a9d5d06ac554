package org.countyledger.embedded.state;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The state after one block, shared by all snapshots taken until the next. The store keeps its pages until the last user
 * has gone; the committer is the first user, so a version cannot vanish between being published and being opened.
 */
final class Generation {
    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final long height;
    private final MVMap<byte[], byte[]> state;
    private final MVMap<byte[], byte[]> hashes;
    private int users = 1;

    Generation(MVStore store, long height, MVMap<byte[], byte[]> state, MVMap<byte[], byte[]> hashes) {
        this.store = store;
        this.usage = store.registerVersionUsage();
        this.height = height;
        this.state = state.openVersion(store.getCurrentVersion());
        this.hashes = hashes.openVersion(store.getCurrentVersion());
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
        if (!store.isClosed()) {
            store.deregisterVersionUsage(usage);
        }
    }
}
