package org.countyledger.embedded.privatedata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.countyledger.embedded.state.Generation;
import org.countyledger.embedded.state.SteadyFilePath;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * The maps of one organisation's private store. Values that were removed from them stay in the file's free space until the
 * whole is copied to another file.
 *
 * @param state clear values by namespace, collection and key
 * @param keys clear keys by namespace, collection and key hash
 * @param sets write sets by block, transaction, namespace and collection
 * @param writers which sets write a key hash
 * @param expiry what ends with which block
 * @param missing hashes of write sets that nobody brought, by their place among the sets
 * @param transients write sets of transactions that are not committed yet
 */
record PrivateMaps(
        MVStore store,
        MVMap<byte[], byte[]> state,
        MVMap<byte[], byte[]> keys,
        MVMap<byte[], byte[]> sets,
        MVMap<byte[], byte[]> writers,
        MVMap<byte[], byte[]> expiry,
        MVMap<byte[], byte[]> missing,
        MVMap<byte[], byte[]> transients,
        MVMap<byte[], byte[]> settings,
        Generation.Maps versioned) {
    private static final int CACHE_MEBIBYTES = 4;

    static PrivateMaps open(Optional<Path> file) {
        MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled();
        file.ifPresent(path -> builder.fileName(SteadyFilePath.name(path)).cacheSize(CACHE_MEBIBYTES));
        MVStore store = builder.open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        MVMap<byte[], byte[]> state = map(store, "state");
        return new PrivateMaps(
                store,
                state,
                map(store, "keys"),
                map(store, "sets"),
                map(store, "writers"),
                map(store, "expiry"),
                map(store, "missing"),
                map(store, "transients"),
                map(store, "settings"),
                new Generation.Maps(store, List.of(state), new AtomicInteger()));
    }

    private static MVMap<byte[], byte[]> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    private List<MVMap<byte[], byte[]>> all() {
        return List.of(state, keys, sets, writers, expiry, missing, transients, settings);
    }

    /** Copies what is alive, and nothing else. */
    void copyTo(PrivateMaps other) {
        for (int i = 0; i < all().size(); i++) {
            MVMap<byte[], byte[]> target = other.all().get(i);
            var cursor = all().get(i).cursor(null);
            while (cursor.hasNext()) {
                byte[] key = cursor.next();
                target.put(key, cursor.getValue());
            }
        }
        other.store.commit();
        other.store.sync();
    }

    boolean isUnused() {
        return versioned.live().get() == 0;
    }
}
