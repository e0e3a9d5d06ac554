package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.state.StateKeys;
import org.h2.mvstore.MVMap;

/** Clear write sets of endorsed transactions until these are committed, or given up after many blocks. */
final class TransientStore {
    /** Fabric's {@code transientstoreMaxBlockRetention}. */
    static final long RETAINED_BLOCKS = 20_000;

    private static final byte[] ZERO = {0};

    private final MVMap<byte[], byte[]> map;

    TransientStore(MVMap<byte[], byte[]> map) {
        this.map = map;
    }

    private static byte[] transaction(String transactionId) {
        return StateKeys.join(StateKeys.utf8(transactionId), ZERO);
    }

    /** Endorsers that disagree leave several sets; the hash that is committed will choose. */
    private static byte[] key(String transactionId, PrivateSet set, ByteString hash) {
        return StateKeys.join(
                transaction(transactionId),
                PrivateKeys.collection(set.namespace(), set.collection()),
                hash.toByteArray());
    }

    void put(String transactionId, long height, PrivateSet set) {
        map.put(
                key(transactionId, set, set.hash()),
                StateKeys.join(StateKeys.number(height), set.bytes().toByteArray()));
    }

    Optional<ByteString> find(String transactionId, PrivateSet named, ByteString hash) {
        return Optional.ofNullable(map.get(key(transactionId, named, hash)))
                .map(value -> UnsafeByteOperations.unsafeWrap(Arrays.copyOfRange(value, Long.BYTES, value.length)));
    }

    boolean isEmpty() {
        return map.isEmpty();
    }

    /** Forgets a transaction that is in a block; how many sets were there. */
    int remove(String transactionId) {
        List<byte[]> found = PrivateKeys.withPrefix(map, transaction(transactionId));
        found.forEach(map::remove);
        return found.size();
    }

    /** Now and then forgets what was endorsed long ago and never came; how many sets that were. */
    int sweep(long block) {
        if (block % RETAINED_BLOCKS != 0 || map.isEmpty()) {
            return 0;
        }
        List<byte[]> old = new ArrayList<>();
        for (Iterator<byte[]> keys = map.keyIterator(null); keys.hasNext(); ) {
            byte[] key = keys.next();
            byte[] value = map.get(key);
            if (value != null && ByteBuffer.wrap(value).getLong() <= block - RETAINED_BLOCKS) {
                old.add(key);
            }
        }
        old.forEach(map::remove);
        return old.size();
    }
}
