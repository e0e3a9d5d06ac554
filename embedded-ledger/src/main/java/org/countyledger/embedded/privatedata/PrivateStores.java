package org.countyledger.embedded.privatedata;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.countyledger.embedded.state.BlockOutcome;

/** The private stores of all organisations, which commit together. */
public final class PrivateStores implements AutoCloseable {
    private final Map<String, PrivateStore> stores = new LinkedHashMap<>();

    private PrivateStores() {}

    /** One store for each MSP id; without a directory in memory. */
    public static PrivateStores open(Collection<String> mspIds, Optional<Path> directory) {
        PrivateStores all = new PrivateStores();
        try {
            mspIds.forEach(mspId -> all.stores.put(mspId, PrivateStore.open(mspId, directory)));
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    public PrivateStore of(String mspId) {
        return Optional.ofNullable(stores.get(mspId))
                .orElseThrow(() -> new IllegalArgumentException("No private store of " + mspId));
    }

    public void prepare(BlockOutcome outcome, CollectionView view) {
        stores.values().forEach(store -> store.prepare(outcome, view));
    }

    public void apply(BlockOutcome outcome, CollectionView view) {
        stores.values().forEach(store -> store.apply(outcome, view));
    }

    public void publish() {
        stores.values().forEach(PrivateStore::publish);
    }

    /** Lets an organisation take over from the others what it has missed. */
    public void reconcile(String mspId, CollectionView now) {
        for (PrivateStore other : stores.values()) {
            if (!other.mspId().equals(mspId)) {
                of(mspId).reconcile(other, now);
            }
        }
    }

    /** The first block whose sets some store holds without having applied them. */
    public OptionalLong firstPrepared() {
        return stores.values().stream()
                .map(PrivateStore::prepared)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** Forgets sets of blocks that never came. */
    public void cut(long height) {
        stores.values().forEach(store -> store.cut(height));
    }

    /** Gets rid of the bytes of what was purged or has expired. */
    public void compact() {
        stores.values().forEach(PrivateStore::compact);
    }

    @Override
    public void close() {
        stores.values().forEach(PrivateStore::close);
    }
}
