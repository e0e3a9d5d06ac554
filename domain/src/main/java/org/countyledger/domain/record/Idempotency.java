package org.countyledger.domain.record;

/**
 * What a command shows of its idempotency key (domain.md 3.11).
 *
 * @param tag SHA-256 of the key, hex
 * @param mac HMAC-SHA256 under the key over the canonical body, hex
 */
public record Idempotency(String tag, String mac) {
    public Idempotency {
        Hex.digest("tag", tag);
        Hex.digest("mac", mac);
    }
}
