package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.ledger.rwset.Sha256;

/**
 * Verifies ECDSA signatures by another cryptography provider, under the same rules; Ed25519 as usual. Keys are translated
 * once. Thread safe.
 */
public final class ProviderSignatures implements SignatureCheck {
    private static final int CACHED_KEYS = 20_000;
    private static final String ECDSA_OF_HASH = "NONEwithECDSA";

    private final Provider provider;
    private final Map<ByteString, PublicKey> keys = new ConcurrentHashMap<>();

    public ProviderSignatures(Provider provider) {
        this.provider = provider;
    }

    @Override
    public boolean holds(Identity identity, ByteString message, ByteString signature) {
        if (!(identity.certificate().getPublicKey() instanceof ECKey key)) {
            return identity.verify(message, signature);
        }
        try {
            return Signatures.isLowS(key, signature) && verify(translated(identity), Sha256.of(message), signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean verify(PublicKey key, ByteString hash, ByteString signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(ECDSA_OF_HASH, provider);
        verifier.initVerify(key);
        verifier.update(hash.toByteArray());
        return verifier.verify(signature.toByteArray());
    }

    private PublicKey translated(Identity identity) throws GeneralSecurityException {
        PublicKey known = keys.get(identity.serialized());
        if (known != null) {
            return known;
        }
        PublicKey translated = KeyFactory.getInstance("EC", provider)
                .generatePublic(new X509EncodedKeySpec(
                        identity.certificate().getPublicKey().getEncoded()));
        if (keys.size() >= CACHED_KEYS) {
            keys.clear();
        }
        keys.put(identity.serialized(), translated);
        return translated;
    }
}
