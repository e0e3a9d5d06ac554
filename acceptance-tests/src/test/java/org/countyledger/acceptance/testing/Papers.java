package org.countyledger.acceptance.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Papers: the ledger sees their commitments, the owner of their record the values that are staged. */
public final class Papers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    /** Every paper of these tests, by its commitment. */
    private static final Map<String, byte[]> WRITTEN = new ConcurrentHashMap<>();

    private Papers() {}

    /** Group to commitment of papers about a record of this kind. */
    public static Map<String, String> of(Kind kind, String... groups) {
        return Stream.of(groups).collect(Collectors.toMap(group -> group, group -> one(kind, group)));
    }

    /** The commitment of a paper of this group that says this. */
    public static String saying(Kind kind, String group, Map<String, Object> content) {
        return write(kind, group, content);
    }

    /** Whoever wrote a paper keeps a copy, byte for byte. */
    public static byte[] copy(String commitment) {
        return Objects.requireNonNull(WRITTEN.get(commitment), commitment).clone();
    }

    /** The value of a commitment, in base64 as it is staged. */
    static String value(String commitment) {
        return Base64.getEncoder().encodeToString(Objects.requireNonNull(WRITTEN.get(commitment), commitment));
    }

    private static String one(Kind kind, String group) {
        return write(kind, group, Map.of("text", "the " + group));
    }

    private static String write(Kind kind, String group, Map<String, Object> content) {
        byte[] tag = (kind.wireName() + "/" + group).getBytes(StandardCharsets.US_ASCII);
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(1);
        value.write(tag.length);
        value.writeBytes(tag);
        value.writeBytes(salt);
        value.writeBytes(Json.canonical(content));
        String commitment = Key.sha256(value.toByteArray());
        WRITTEN.put(commitment, value.toByteArray());
        return commitment;
    }
}
