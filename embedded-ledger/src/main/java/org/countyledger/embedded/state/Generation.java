package org.countyledger.embedded.state;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The state after one block, shared by all snapshots taken until the next. The store keeps its pages until the last user
 * has gone; the committer is the first user, so a version cannot vanish between being published and being opened.
 */
public final class Generation {
    private final Maps maps;
    private final MVStore.TxCounter usage;
    private final long height;
    private final List<MVMap<byte[], byte[]>> versions = new ArrayList<>();
    private int users = 1;

    /**
     * What generations are versions of.
     *
     * @param live how many of them are in use
     */
    public record Maps(MVStore store, List<MVMap<byte[], byte[]>> all, AtomicInteger live) {
        public Maps {
            all = List.copyOf(all);
        }
    }

    public Generation(Maps maps, long height) {
        this.maps = maps;
        this.usage = maps.store().registerVersionUsage();
        this.height = height;
        for (MVMap<byte[], byte[]> map : maps.all()) {
            versions.add(map.openVersion(maps.store().getCurrentVersion()));
        }
        maps.live().incrementAndGet();
    }

    public long height() {
        return height;
    }

    /** One of the maps, by its place in {@link Maps#all}. */
    public MVMap<byte[], byte[]> map(int place) {
        return versions.get(place);
    }

    public synchronized void use() {
        users++;
    }

    public void release() {
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
