package org.countyledger.domain.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** P-256 signatures as record keys and oracle nodes make them: 64 bytes r ‖ s, s in the lower half of the order. */
public final class P256 {
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
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
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
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            boolean p256 = key instanceof ECPublicKey ec
                    && ec.getParams().getOrder().equals(ORDER)
                    && Arrays.equals(key.getEncoded(), der);
            return p256 ? Optional.of(key) : Optional.empty();
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
