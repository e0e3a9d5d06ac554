package org.countyledger.ledger.rwset;

import com.google.protobuf.ByteString;
import java.util.Comparator;

/**
 * The order of keys, namespaces and collections: by unsigned UTF-8 bytes, as Go compares strings and LevelDB keys.
 * {@code String.compareTo} compares UTF-16 units and puts full-width characters after the supplementary planes.
 */
public final class KeyOrder {
    public static final Comparator<String> UTF8 = KeyOrder::compareUtf8;
    public static final Comparator<ByteString> BYTES = ByteString.unsignedLexicographicalComparator();

    private KeyOrder() {}

    /** Compares by code points, which is the order of UTF-8 bytes. */
    private static int compareUtf8(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Surrogates stand for code points above U+FFFF, so they rank after every other unit. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
