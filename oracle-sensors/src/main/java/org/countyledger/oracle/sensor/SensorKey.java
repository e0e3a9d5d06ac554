package org.countyledger.oracle.sensor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * A registered public key. Ed25519 is checked by BouncyCastle, which is about eight times as fast at it as the JDK
 * (docs/architecture/readings.md).
 */
sealed interface SensorKey {

    /** Whether the signature, made by this algorithm (COSE), is one of the bytes. */
    boolean verifies(long algorithm, byte[] bytes, byte[] signature);

    /**
     * Reads base64 of a DER SubjectPublicKeyInfo.
     *
     * @throws MalformedMessage if it is no Ed25519 or P-256 key
     */
    static SensorKey of(String spki) {
        try {
            byte[] der = Base64.getDecoder().decode(spki);
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(der);
            return key instanceof Ed25519PublicKeyParameters ed25519
                    ? new Ed25519(ed25519)
                    : new P256(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedMessage("the sensor's key is neither Ed25519 nor P-256", e);
        }
    }

    /** EdDSA. */
    record Ed25519(Ed25519PublicKeyParameters key) implements SensorKey {
        @Override
        public boolean verifies(long algorithm, byte[] bytes, byte[] signature) {
            if (algorithm != ReadingHeader.EDDSA || signature.length != Ed25519PublicKeyParameters.KEY_SIZE * 2) {
                return false;
            }
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, key);
            verifier.update(bytes, 0, bytes.length);
            return verifier.verifySignature(signature);
        }
    }

    /** ES256. */
    record P256(PublicKey key) implements SensorKey {
        @Override
        public boolean verifies(long algorithm, byte[] bytes, byte[] signature) {
            if (algorithm != ReadingHeader.ES256) {
                return false;
            }
            try {
                Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
                verifier.initVerify(key);
                verifier.update(bytes);
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
