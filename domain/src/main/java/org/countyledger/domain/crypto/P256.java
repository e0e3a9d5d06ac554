package org.countyledger.domain.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * P-256 signatures as record keys and oracle nodes make them: 64 bytes r ‖ s, s in the lower half of the order. Always by
 * the same implementation: what a signature is worth must not hang on which platform an organisation runs. It is also
 * several times as fast as the platform's own.
 */
public final class P256 {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final String ECDSA = "SHA256withPLAIN-ECDSA";
    /** Of a SubjectPublicKeyInfo with the named curve and an uncompressed point (RFC 5480), up to the point's x. */
    private static final byte[] SPKI_HEAD =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private static final int SPKI_BYTES = 91;
    private static final int SIGNATURE_BYTES = 64;
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private P256() {}

    /** Whether the text is base64 of a DER SubjectPublicKeyInfo of a P-256 key. */
    public static boolean isPublicKey(String spki) {
        return publicKey(spki).isPresent();
    }

    /** Whether {@code signature} (base64) is one of {@code bytes} by the key {@code spki} (base64). */
    public static boolean verify(String spki, byte[] bytes, String signature) {
        Optional<byte[]> decoded = decode(signature).filter(P256::isLowS);
        Optional<PublicKey> key = publicKey(spki);
        if (decoded.isEmpty() || key.isEmpty()) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(ECDSA, PROVIDER);
            verifier.initVerify(key.get());
            verifier.update(bytes);
            return verifier.verify(decoded.get());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isLowS(byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && new BigInteger(1, Arrays.copyOfRange(signature, SIGNATURE_BYTES / 2, SIGNATURE_BYTES))
                                .compareTo(HALF_ORDER)
                        <= 0;
    }

    private static Optional<PublicKey> publicKey(String spki) {
        return decode(spki).flatMap(P256::publicKey);
    }

    private static Optional<PublicKey> publicKey(byte[] der) {
        if (der.length != SPKI_BYTES || Arrays.mismatch(der, SPKI_HEAD) != SPKI_HEAD.length) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFactory.getInstance("EC", PROVIDER).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Only the one spelling that encoding gives: keys are compared as text. */
    private static Optional<byte[]> decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
