package org.countyledger.domain.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A resident's P-256 key, the same for the same name. */
public final class ResidentKey {
    private static final int HALF = 32;
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final KeyPair pair;
    private final SecureRandom random;

    private ResidentKey(KeyPair pair, SecureRandom random) {
        this.pair = pair;
        this.random = random;
    }

    public static ResidentKey of(String name) {
        return onCurve("secp256r1", name);
    }

    /** A key that no record may have, unless the curve is P-256. */
    public static ResidentKey onCurve(String curve, String name) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(name.getBytes(StandardCharsets.UTF_8));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), random);
            return new ResidentKey(generator.generateKeyPair(), random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has this curve", e);
        }
    }

    /** Base64 of the DER SubjectPublicKeyInfo. */
    public String spki() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** Base64 of r ‖ s with s in the lower half. */
    public String sign(byte[] bytes) {
        byte[] signature = raw(bytes);
        BigInteger s = s(signature);
        return encoded(signature, s.min(ORDER.subtract(s)));
    }

    /** As {@link #sign}, with the other s, which verifies just as well. */
    public String signHigh(byte[] bytes) {
        byte[] signature = raw(bytes);
        BigInteger s = s(signature);
        return encoded(signature, s.max(ORDER.subtract(s)));
    }

    private byte[] raw(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate(), random);
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key is good", e);
        }
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, HALF, signature.length));
    }

    private static String encoded(byte[] signature, BigInteger s) {
        byte[] bytes = s.toByteArray();
        byte[] encoded = Arrays.copyOf(signature, 2 * HALF);
        Arrays.fill(encoded, HALF, 2 * HALF, (byte) 0);
        int length = Math.min(HALF, bytes.length);
        System.arraycopy(bytes, bytes.length - length, encoded, 2 * HALF - length, length);
        return Base64.getEncoder().encodeToString(encoded);
    }
}
