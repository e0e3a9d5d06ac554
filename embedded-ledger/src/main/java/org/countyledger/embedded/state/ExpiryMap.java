package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.countyledger.ledger.validation.HashExpiry;
import org.h2.mvstore.MVMap;

/** The schedule of hash entries that end, by the block they end with. */
final class ExpiryMap implements HashExpiry.Schedule {
    private static final byte[] NOTHING = new byte[0];
    private static final int HASH_BYTES = 32;

    private final MVMap<byte[], byte[]> map;

    ExpiryMap(MVMap<byte[], byte[]> map) {
        this.map = map;
    }

    @Override
    public void add(long endsWith, HashExpiry.Entry entry) {
        byte[] key = StateKeys.hash(entry.namespace(), entry.collection(), entry.keyHash());
        map.put(StateKeys.join(StateKeys.number(endsWith), StateKeys.number(entry.writtenIn()), key), NOTHING);
    }

    @Override
    public List<HashExpiry.Entry> take(long block) {
        List<byte[]> due = new ArrayList<>();
        Iterator<byte[]> keys = map.keyIterator(StateKeys.number(0));
        while (keys.hasNext()) {
            byte[] key = keys.next();
            if (ByteBuffer.wrap(key).getLong() > block) {
                break;
            }
            due.add(key);
        }
        due.forEach(map::remove);
        return due.stream().map(ExpiryMap::entry).toList();
    }

    private static HashExpiry.Entry entry(byte[] key) {
        int hashFrom = key.length - HASH_BYTES;
        String names = new String(key, 2 * Long.BYTES, hashFrom - 1 - 2 * Long.BYTES, StandardCharsets.UTF_8);
        int zero = names.indexOf(0);
        return new HashExpiry.Entry(
                names.substring(0, zero),
                names.substring(zero + 1),
                ByteString.copyFrom(Arrays.copyOfRange(key, hashFrom, key.length)),
                ByteBuffer.wrap(key).getLong(Long.BYTES));
    }
}
