package org.countyledger.domain.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

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

    /** SHA-256 of the bytes, hex. */
    public String commitment() {
        return Digests.sha256Hex(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
