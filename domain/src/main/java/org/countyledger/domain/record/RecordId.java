package org.countyledger.domain.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Ids of records (domain.md 3.2): opaque, never made from a person. */
public final class RecordId {
    private static final Pattern UUID8 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final int MAX_LENGTH = 80;

    private RecordId() {}

    /** Whether {@code id} has the form of an id that a client derives from its idempotency key (UUIDv8). */
    public static boolean isClientMade(String id) {
        return UUID8.matcher(id).matches();
    }

    /** Whether {@code id} may stand in a key: letters, digits, dot, underscore, colon and hyphen, at most 80. */
    public static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH || !Names.isLetterOrDigit(id.charAt(0))) {
            return false;
        }
        for (int i = 1; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!Names.isLetterOrDigit(c) && c != '-' && c != '.' && c != '_' && c != ':') {
                return false;
            }
        }
        return true;
    }

    /** Id of the {@code n}th record that event {@code seq} of record {@code parentId} opens. */
    public static String opened(String parentId, long seq, int n) {
        byte[] parent = parentId.getBytes(StandardCharsets.UTF_8);
        return plain(Digests.sha256(ByteBuffer.allocate(parent.length + 12)
                .put(parent)
                .putLong(seq)
                .putInt(n)
                .array()));
    }

    /** Id of the {@code n}th record opened by a write without a sequence, such as an overlay. */
    public static String openedByKey(String key, int n) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return plain(Digests.sha256(
                ByteBuffer.allocate(bytes.length + 4).put(bytes).putInt(n).array()));
    }

    /** Id of the declaration that officer {@code staff} makes about record {@code recordId}. */
    public static String conflictDeclaration(String recordId, String staff) {
        return Digests.sha256Hex((recordId + "|" + staff).getBytes(StandardCharsets.UTF_8));
    }

    static String uuid8(byte[] bytes) {
        byte[] marked = bytes.clone();
        marked[6] = (byte) ((marked[6] & 0x0f) | 0x80);
        marked[8] = (byte) ((marked[8] & 0x3f) | 0x80);
        return plain(marked);
    }

    private static String plain(byte[] digest) {
        String hex = Digests.hex(digest);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }
}
