package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.countyledger.embedded.state.StateKeys;
import org.h2.mvstore.MVMap;

/** Keys of a private store as bytes compared unsigned. Only the last part of a key may hold zero bytes. */
final class PrivateKeys {
    private static final byte[] ZERO = {0};
    static final int PLACE_BYTES = Long.BYTES + Integer.BYTES;

    private PrivateKeys() {}

    static byte[] collection(String namespace, String collection) {
        return StateKeys.join(StateKeys.utf8(namespace), ZERO, StateKeys.utf8(collection), ZERO);
    }

    static byte[] state(PrivateKey key) {
        return StateKeys.join(collection(key.namespace(), key.collection()), StateKeys.utf8(key.key()));
    }

    static byte[] hashed(String namespace, String collection, ByteString keyHash) {
        return StateKeys.join(collection(namespace, collection), keyHash.toByteArray());
    }

    static byte[] place(long block, int transaction) {
        return ByteBuffer.allocate(PLACE_BYTES)
                .putLong(block)
                .putInt(transaction)
                .array();
    }

    /** Where a transaction's set lies. */
    static byte[] set(long block, int transaction, PrivateSet set) {
        return StateKeys.join(place(block, transaction), collection(set.namespace(), set.collection()));
    }

    /** The namespace and collection that begin at {@code from}, then the rest. */
    static String[] names(byte[] key, int from) {
        int first = indexOfZero(key, from);
        int second = indexOfZero(key, first + 1);
        return new String[] {
            new String(key, from, first - from, StandardCharsets.UTF_8),
            new String(key, first + 1, second - first - 1, StandardCharsets.UTF_8),
            new String(key, second + 1, key.length - second - 1, StandardCharsets.UTF_8)
        };
    }

    private static int indexOfZero(byte[] key, int from) {
        int index = from;
        while (key[index] != 0) {
            index++;
        }
        return index;
    }

    static PrivateKey privateKey(byte[] key, int from) {
        String[] names = names(key, from);
        return new PrivateKey(names[0], names[1], names[2]);
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** All keys that begin with a prefix, in order; a copy, so that they may be removed. */
    static List<byte[]> withPrefix(MVMap<byte[], byte[]> map, byte[] prefix) {
        List<byte[]> found = new ArrayList<>();
        Iterator<byte[]> keys = map.keyIterator(prefix);
        while (keys.hasNext()) {
            byte[] key = keys.next();
            if (!startsWith(key, prefix)) {
                break;
            }
            found.add(key);
        }
        return found;
    }
}
