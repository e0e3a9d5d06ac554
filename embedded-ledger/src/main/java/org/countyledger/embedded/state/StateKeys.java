package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Keys of the index as bytes compared unsigned. Names of namespaces and collections hold no zero byte, so {@code name ‖ 0
 * ‖ key} keeps a namespace together and in key order.
 */
public final class StateKeys {
    private static final int VERSION_BYTES = Long.BYTES + Integer.BYTES;

    private StateKeys() {}

    public static byte[] state(String namespace, String key) {
        return join(utf8(namespace), new byte[] {0}, utf8(key));
    }

    /** The first key behind all keys of a namespace. */
    public static byte[] behind(String namespace) {
        return join(utf8(namespace), new byte[] {1});
    }

    public static String key(byte[] stateKey, String namespace) {
        int from = utf8(namespace).length + 1;
        return new String(stateKey, from, stateKey.length - from, StandardCharsets.UTF_8);
    }

    public static byte[] hash(String namespace, String collection, ByteString keyHash) {
        return join(utf8(namespace), new byte[] {0}, utf8(collection), new byte[] {0}, keyHash.toByteArray());
    }

    /** Start of all history entries of one key; its length keeps a key apart from those it begins. */
    static byte[] history(String namespace, String key) {
        byte[] bytes = utf8(key);
        return join(
                utf8(namespace),
                new byte[] {0},
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array(),
                bytes);
    }

    static byte[] history(String namespace, String key, long block, int transaction) {
        return join(
                history(namespace, key),
                ByteBuffer.allocate(VERSION_BYTES)
                        .putLong(block)
                        .putInt(transaction)
                        .array());
    }

    /** Block and transaction at the end of a history key. */
    static ByteBuffer historyVersion(byte[] historyKey) {
        return ByteBuffer.wrap(historyKey, historyKey.length - VERSION_BYTES, VERSION_BYTES);
    }

    static boolean startsWith(byte[] bytes, byte[] prefix, int extraBytes) {
        if (bytes.length != prefix.length + extraBytes) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isHistoryOf(byte[] historyKey, byte[] prefix) {
        return startsWith(historyKey, prefix, VERSION_BYTES);
    }

    public static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
