package org.countyledger.acceptance.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A P-256 key and its signatures of 64 bytes, r and s. */
public record Signing(KeyPair keys) {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int HALF = 32;

    public static Signing fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Signing(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as records keep it. */
    public String spki() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** With s in the lower half of the order, as is required. */
    public String sign(byte[] bytes) {
        byte[] signature = raw(keys.getPrivate(), bytes);
        return encode(s(signature).compareTo(ORDER.shiftRight(1)) <= 0 ? signature : mirrored(signature));
    }

    /** As good as the other to a verifier that does not ask for a low s. */
    public String signHigh(byte[] bytes) {
        byte[] signature = raw(keys.getPrivate(), bytes);
        return encode(s(signature).compareTo(ORDER.shiftRight(1)) > 0 ? signature : mirrored(signature));
    }

    private static byte[] raw(PrivateKey key, byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF));
    }

    private static byte[] mirrored(byte[] signature) {
        byte[] other = ORDER.subtract(s(signature)).toByteArray();
        byte[] mirrored = Arrays.copyOf(signature, 2 * HALF);
        Arrays.fill(mirrored, HALF, 2 * HALF, (byte) 0);
        int length = Math.min(HALF, other.length);
        System.arraycopy(other, other.length - length, mirrored, 2 * HALF - length, length);
        return mirrored;
    }

    private static String encode(byte[] signature) {
        return Base64.getEncoder().encodeToString(signature);
    }
}
