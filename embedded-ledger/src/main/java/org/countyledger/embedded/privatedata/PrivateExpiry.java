package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.state.StateKeys;
import org.h2.mvstore.MVMap;

/** Which clear keys and which stored sets end with which block. */
final class PrivateExpiry {
    private static final byte[] NOTHING = new byte[0];
    private static final byte KEY = 'k';
    private static final byte SET = 's';
    private static final int HEADER_BYTES = 2 * Long.BYTES + 1;

    private final MVMap<byte[], byte[]> map;

    /** Something written by block {@code writtenIn}: a clear key, or else the stored set at {@code setKey}. */
    record Due(long writtenIn, Optional<PrivateKey> key, ByteString setKey) {}

    PrivateExpiry(MVMap<byte[], byte[]> map) {
        this.map = map;
    }

    private static byte[] header(long end, long writtenIn, byte kind) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putLong(end)
                .putLong(writtenIn)
                .put(kind)
                .array();
    }

    void addKey(long end, long writtenIn, PrivateKey key) {
        map.put(StateKeys.join(header(end, writtenIn, KEY), PrivateKeys.state(key)), NOTHING);
    }

    void addSet(long end, long writtenIn, byte[] setKey) {
        map.put(StateKeys.join(header(end, writtenIn, SET), setKey), NOTHING);
    }

    boolean isDue(long block) {
        byte[] first = map.firstKey();
        return first != null && ByteBuffer.wrap(first).getLong() <= block;
    }

    /** Takes out what ends with this block or one before it. */
    List<Due> take(long block) {
        List<byte[]> due = new ArrayList<>();
        for (Iterator<byte[]> keys = map.keyIterator(StateKeys.number(0)); keys.hasNext(); ) {
            byte[] key = keys.next();
            if (ByteBuffer.wrap(key).getLong() > block) {
                break;
            }
            due.add(key);
        }
        due.forEach(map::remove);
        return due.stream().map(PrivateExpiry::due).toList();
    }

    private static Due due(byte[] entry) {
        long writtenIn = ByteBuffer.wrap(entry).getLong(Long.BYTES);
        boolean isKey = entry[HEADER_BYTES - 1] == KEY;
        return new Due(
                writtenIn,
                isKey ? Optional.of(PrivateKeys.privateKey(entry, HEADER_BYTES)) : Optional.empty(),
                ByteString.copyFrom(entry, HEADER_BYTES, entry.length - HEADER_BYTES));
    }
}
