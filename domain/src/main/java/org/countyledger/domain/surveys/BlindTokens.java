package org.countyledger.domain.surveys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Verifies tokens of RFC 9474, RSABSSA-SHA384-PSS-Randomized. The issuer signed without seeing what; whoever verifies
 * learns nothing about whom. A token is the message (32 random bytes of preparation and 32 of the respondent) and its
 * signature.
 */
final class BlindTokens {
    private static final int SALT = 48;
    /** Prefix of the randomized preparation, and the respondent's own bytes. */
    private static final int MESSAGE = 64;

    private BlindTokens() {}

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An RSA key of at least so many bits. */
    static boolean isKey(String spki, long leastBits) {
        return key(spki)
                .filter(key -> key.getModulus().bitLength() >= leastBits)
                .isPresent();
    }

    private static Optional<RSAPublicKey> key(String spki) {
        return bytes(spki).flatMap(der -> {
            try {
                return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der))
                                instanceof RSAPublicKey key
                        ? Optional.of(key)
                        : Optional.empty();
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        });
    }

    /** The signature has the modulus' length, is below it, and is that of the message. */
    static boolean isSigned(String spki, String message, String signature) {
        Optional<RSAPublicKey> key = key(spki);
        Optional<byte[]> said = bytes(message).filter(bytes -> bytes.length == MESSAGE);
        Optional<byte[]> signed = bytes(signature);
        return key.isPresent()
                && said.isPresent()
                && signed.filter(bytes -> isBelow(key.get(), bytes)).isPresent()
                && verifies(key.get(), said.get(), signed.get());
    }

    private static boolean isBelow(RSAPublicKey key, byte[] signature) {
        BigInteger modulus = key.getModulus();
        return signature.length == (modulus.bitLength() + Byte.SIZE - 1) / Byte.SIZE
                && new BigInteger(1, signature).compareTo(modulus) < 0;
    }

    private static boolean verifies(RSAPublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, SALT, 1));
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
