package org.countyledger.embedded.deliver;

import com.google.protobuf.ByteString;
import java.util.List;
import org.countyledger.embedded.privatedata.PrivateSet;
import org.countyledger.embedded.privatedata.StoredSet;

/** The clear private data that one peer can deliver. */
public interface PrivateSource {
    /** Nobody's. */
    PrivateSource NONE = new PrivateSource() {
        @Override
        public List<StoredSet> sets(long block) {
            return List.of();
        }

        @Override
        public boolean isMember(PrivateSet set, ByteString identity) {
            return false;
        }
    };

    /** What the peer holds of a block, in the order of transactions. */
    List<StoredSet> sets(long block);

    /** Whether the identity, in its serialized form, belongs to the set's collection. */
    boolean isMember(PrivateSet set, ByteString identity);
}
