package org.countyledger.domain.record;

/**
 * A record key's signature over {@link Command#signedBytes}.
 *
 * @param spki base64 of the DER SubjectPublicKeyInfo of the P-256 key
 * @param signature base64 of the 64 bytes r ‖ s, s low
 */
public record CommandSignature(KeyRole keyRole, String spki, String signature) {}
