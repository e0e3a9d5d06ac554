package org.countyledger.domain.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * The bytes of a private value, {@code 0x01 ‖ tag ‖ salt32 ‖ canonical JSON}, whose SHA-256 is the commitment that stands in
 * clear and, once the value is staged, Fabric's own hash of it (docs/architecture.md, rule 3). The tag is one length byte and
 * {@code kind/group}.
 */
public final class PrivateValue {
    public static final int SALT_BYTES = 32;
    private static final byte VERSION = 1;

    private final byte[] bytes;

    private PrivateValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A value of a group.
     *
     * @param salt 32 secret bytes, used for nothing else
     * @param content written as canonical JSON
     */
    public static PrivateValue of(Kind kind, String group, byte[] salt, Object content) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
        byte[] tag = (kind.wireName() + "/" + group).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        bytes.write(tag.length);
        bytes.writeBytes(tag);
        bytes.writeBytes(salt);
        bytes.writeBytes(CanonicalJson.write(content));
        return new PrivateValue(bytes.toByteArray());
    }

    /**
     * Takes a value apart that somebody else made.
     *
     * @throws IllegalArgumentException if it is not of this form, has no salt worth the name, or its JSON is no object in
     *     canonical form
     */
    public static PrivateValue parse(byte[] bytes) {
        PrivateValue value = new PrivateValue(bytes.clone());
        boolean whole = bytes.length > 2
                && bytes[0] == VERSION
                && bytes[1] > 0
                && bytes.length > value.contentStart()
                && !isConstant(value.salt());
        if (!whole) {
            throw new IllegalArgumentException("a private value is 0x01, tag, salt of 32 bytes, JSON");
        }
        if (!Arrays.equals(CanonicalJson.write(value.content()), value.json())) {
            throw new IllegalArgumentException("a private value's JSON is canonical");
        }
        return value;
    }

    private static boolean isConstant(byte[] salt) {
        byte first = salt[0];
        for (byte each : salt) {
            if (each != first) {
                return false;
            }
        }
        return true;
    }

    private int contentStart() {
        return 2 + bytes[1] + SALT_BYTES;
    }

    /** {@code kind/group}. */
    public String tag() {
        return new String(bytes, 2, bytes[1], StandardCharsets.US_ASCII);
    }

    private byte[] salt() {
        return Arrays.copyOfRange(bytes, contentStart() - SALT_BYTES, contentStart());
    }

    private byte[] json() {
        return Arrays.copyOfRange(bytes, contentStart(), bytes.length);
    }

    /** What the value says; always an object. */
    public Map<?, ?> content() {
        return CanonicalJson.read(json(), Map.class);
    }

    /** SHA-256 of the bytes, hex. */
    public String commitment() {
        return Digests.sha256Hex(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
