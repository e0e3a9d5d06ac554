package org.countyledger.client.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A P-256 key that signs as record keys and oracle nodes do: 64 bytes r ‖ s, s low, in base64. */
public final class P256Signer {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int SCALAR_BYTES = 32;

    private final PrivateKey key;
    private final String spki;

    public P256Signer(PrivateKey key, PublicKey publicKey) {
        this.key = key;
        this.spki = Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** A new key pair. */
    public static P256Signer generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new P256Signer(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** Base64 of the DER SubjectPublicKeyInfo. */
    public String spki() {
        return spki;
    }

    /** PKCS#8 of the private key, to keep it where only its owner can read. */
    public byte[] pkcs8() {
        return key.getEncoded();
    }

    /** Signs with SHA-256. */
    public String sign(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(bytes);
            return Base64.getEncoder().encodeToString(withLowS(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a P-256 key signs", e);
        }
    }

    /** Of s and order − s the lower: signatures with the other are refused as malleable. */
    private static byte[] withLowS(byte[] signature) {
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, SCALAR_BYTES, 2 * SCALAR_BYTES));
        if (s.compareTo(ORDER.shiftRight(1)) <= 0) {
            return signature;
        }
        byte[] other = ORDER.subtract(s).toByteArray();
        byte[] low = signature.clone();
        Arrays.fill(low, SCALAR_BYTES, 2 * SCALAR_BYTES, (byte) 0);
        int start = Math.max(0, other.length - SCALAR_BYTES);
        System.arraycopy(other, start, low, 2 * SCALAR_BYTES - (other.length - start), other.length - start);
        return low;
    }
}
