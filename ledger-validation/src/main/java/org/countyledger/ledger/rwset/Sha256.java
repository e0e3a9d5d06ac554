package org.countyledger.ledger.rwset;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the hash of everything in Fabric. */
public final class Sha256 {
    private static final HexFormat HEX = HexFormat.of();

    private Sha256() {}

    /** A fresh digest; every Java platform has SHA-256. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no SHA-256", e);
        }
    }

    public static ByteString of(byte[] bytes) {
        return ByteString.copyFrom(digest().digest(bytes));
    }

    public static ByteString of(ByteString... parts) {
        MessageDigest digest = digest();
        for (ByteString part : parts) {
            digest.update(part.asReadOnlyByteBuffer());
        }
        return ByteString.copyFrom(digest.digest());
    }

    /** The hash under which a private key stands in public: SHA-256 of its UTF-8 bytes. */
    public static ByteString ofKey(String key) {
        return of(key.getBytes(StandardCharsets.UTF_8));
    }

    public static String hex(ByteString bytes) {
        return HEX.formatHex(bytes.toByteArray());
    }
}
