package org.countyledger.embedded;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.function.Supplier;
import org.countyledger.embedded.deliver.PrivateSource;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.privatedata.PrivateSet;
import org.countyledger.embedded.privatedata.PrivateStore;
import org.countyledger.embedded.privatedata.StoredSet;
import org.countyledger.embedded.state.StateSnapshot;

/** One organisation's store, delivered to whom the collections' definitions allow. */
record StoredPrivateData(PrivateStore store, CollectionConfigs collections, Supplier<StateSnapshot> state)
        implements PrivateSource {
    @Override
    public List<StoredSet> sets(long block) {
        return store.sets(block);
    }

    @Override
    public boolean isMember(PrivateSet set, ByteString identity) {
        try (StateSnapshot now = state.get()) {
            return collections
                    .find(now, set.namespace(), set.collection())
                    .filter(config -> collections.isMember(config, identity))
                    .isPresent();
        }
    }
}
