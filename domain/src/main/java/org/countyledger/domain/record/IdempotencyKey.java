package org.countyledger.domain.record;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A client's secret key of one command, at least 128 random bits; never enters a transaction, a log or an answer. */
public final class IdempotencyKey {
    private static final int MIN_BYTES = 16;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern BASE64URL_FORM = Pattern.compile("[A-Za-z0-9_-]{22,86}=?=?");

    private final byte[] key;

    public IdempotencyKey(byte[] key) {
        if (key.length < MIN_BYTES) {
            throw new IllegalArgumentException("an idempotency key has at least 128 bits");
        }
        this.key = key.clone();
    }

    /**
     * Reads the value of an {@code Idempotency-Key} header: a UUID, or base64url of at least 16 random bytes.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static IdempotencyKey parse(String text) {
        if (UUID_FORM.matcher(text).matches()) {
            return new IdempotencyKey(HexFormat.of().parseHex(text.replace("-", "")));
        }
        if (!BASE64URL_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an idempotency key is a UUID or base64url of at least 16 random bytes");
        }
        return new IdempotencyKey(Base64.getUrlDecoder().decode(text));
    }

    /** UUIDv8 of the record that a creating command under this key makes (domain.md 3.2). */
    public String recordId(Kind kind) {
        return RecordId.uuid8(
                Digests.hkdf(key, ("county/record-id/v1" + kind.wireName()).getBytes(StandardCharsets.UTF_8), 16));
    }

    /** Secret bytes for another use, told apart by {@code info} (HKDF); at most 32. */
    public byte[] derive(byte[] info, int length) {
        return Digests.hkdf(key, info, length);
    }

    public String tag() {
        return Digests.sha256Hex(key);
    }

    /** Tag and MAC for the body {kind, id, action, clear, commitments}. */
    public Idempotency over(Kind kind, String id, String action, Clear clear, Map<String, String> commitments) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "kind", kind.wireName(), "id", id, "action", action, "clear", clear, "commitments", commitments));
        return new Idempotency(tag(), Digests.hex(Digests.hmac(key, CanonicalJson.write(body))));
    }
}
