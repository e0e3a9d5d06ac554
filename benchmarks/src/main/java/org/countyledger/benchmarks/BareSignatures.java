package org.countyledger.benchmarks;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.rwset.Sha256;

/** Remembers which signatures a check needs, to verify them alone: no parsing, no hashing, no certificates. */
final class BareSignatures implements SignatureCheck {
    private final Provider provider;
    private final List<Known> known = new ArrayList<>();

    private record Known(PublicKey key, ByteString hash, ByteString signature) {}

    BareSignatures(Provider provider) {
        this.provider = provider;
    }

    @Override
    public boolean holds(Identity identity, ByteString message, ByteString signature) {
        try {
            PublicKey key = KeyFactory.getInstance("EC", provider)
                    .generatePublic(new X509EncodedKeySpec(
                            identity.certificate().getPublicKey().getEncoded()));
            known.add(new Known(key, Sha256.of(message), signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return identity.verify(message, signature);
    }

    int count() {
        return known.size();
    }

    /** Verifies one of them. */
    void verify(int n) {
        Known one = known.get(Math.floorMod(n, known.size()));
        try {
            Signature verifier = Signature.getInstance("NONEwithECDSA", provider);
            verifier.initVerify(one.key());
            verifier.update(one.hash().asReadOnlyByteBuffer());
            if (!verifier.verify(one.signature().toByteArray())) {
                throw new IllegalStateException("a good signature was refused by " + provider);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
