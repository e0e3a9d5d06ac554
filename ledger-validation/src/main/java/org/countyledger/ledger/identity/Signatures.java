package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.util.Arrays;
import java.util.Optional;
import org.countyledger.ledger.rwset.Sha256;

/**
 * Signatures as Fabric makes and checks them: ECDSA over SHA-256 in DER with low S only, or Ed25519 over the message
 * itself (fabric-lib-go {@code bccsp/sw/ecdsa.go}, {@code msp/identities.go}).
 */
public final class Signatures {
    /** The hash is the platform's, which has instructions of its own for it. */
    private static final String ECDSA_OF_HASH = "NONEwithECDSA";

    private static final String ED25519 = "Ed25519";

    private Signatures() {}

    /** Whether the signature is the key's over the message; never throws for bad input. */
    public static boolean verify(PublicKey key, ByteString message, ByteString signature) {
        try {
            if (key instanceof ECKey curve) {
                BigInteger order = curve.getParams().getOrder();
                Optional<EcdsaSignature> parsed = EcdsaSignature.parse(signature.toByteArray());
                return parsed.isPresent()
                        && parsed.get().isLowS(order)
                        && verify(
                                ECDSA_OF_HASH,
                                key,
                                Sha256.of(message),
                                parsed.get().toDer());
            }
            return isEd25519(key.getAlgorithm()) && verify(ED25519, key, message, signature.toByteArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Signs a message; an ECDSA signature has low S. */
    public static ByteString sign(PrivateKey key, ByteString message) {
        try {
            if (key instanceof ECKey curve) {
                BigInteger order = curve.getParams().getOrder();
                EcdsaSignature signature = EcdsaSignature.parse(sign(ECDSA_OF_HASH, key, Sha256.of(message)))
                        .orElseThrow(() -> new IllegalStateException("the provider made a malformed signature"));
                return ByteString.copyFrom(signature.toLowS(order).toDer());
            }
            if (isEd25519(key.getAlgorithm())) {
                return ByteString.copyFrom(sign(ED25519, key, message));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot sign with a key of algorithm " + key.getAlgorithm(), e);
        }
        throw new IllegalArgumentException("cannot sign with a key of algorithm " + key.getAlgorithm());
    }

    /** Whether an ECDSA signature is well formed and its S is the smaller one for the key's curve. */
    public static boolean isLowS(ECKey key, ByteString signature) {
        BigInteger order = key.getParams().getOrder();
        return EcdsaSignature.parse(signature.toByteArray())
                .filter(parsed -> parsed.isLowS(order))
                .isPresent();
    }

    /**
     * Whether a signature is in its only form: for ECDSA the shortest DER with nothing after it, so that together with a
     * low S no second sequence of bytes says the same.
     */
    public static boolean isExact(PublicKey key, ByteString signature) {
        if (!(key instanceof ECKey)) {
            return true;
        }
        byte[] bytes = signature.toByteArray();
        return EcdsaSignature.parse(bytes)
                .filter(parsed -> Arrays.equals(parsed.toDer(), bytes))
                .isPresent();
    }

    static boolean isEd25519(String algorithm) {
        return algorithm.equals(ED25519) || algorithm.equals("EdDSA");
    }

    private static boolean verify(String algorithm, PublicKey key, ByteString message, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = signature(algorithm);
        verifier.initVerify(key);
        verifier.update(message.asReadOnlyByteBuffer());
        return verifier.verify(signature);
    }

    private static byte[] sign(String algorithm, PrivateKey key, ByteString message) throws GeneralSecurityException {
        Signature signer = signature(algorithm);
        signer.initSign(key);
        signer.update(message.asReadOnlyByteBuffer());
        return signer.sign();
    }

    private static Signature signature(String algorithm) throws NoSuchAlgorithmException {
        try {
            return Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
        } catch (NoSuchAlgorithmException e) {
            return Signature.getInstance(algorithm);
        }
    }
}
