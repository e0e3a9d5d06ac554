package org.countyledger.embedded.channel;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.rwset.Sha256;

/**
 * Remembers signatures found good, or made here, a moment ago. All peers and orderers of this process see the same
 * proposals and transactions, and each would verify them again. What is kept is a hash over identity, message and
 * signature, so nothing passes that was not verified as it stands.
 */
public final class VerifiedSignatures implements SignatureCheck {
    private static final int KEPT = 10_000;

    private volatile Set<ByteString> recent = ConcurrentHashMap.newKeySet();
    private volatile Set<ByteString> older = Set.of();

    @Override
    public boolean holds(Identity identity, ByteString message, ByteString signature) {
        ByteString hash = hash(identity.serialized(), message, signature);
        if (recent.contains(hash) || older.contains(hash)) {
            return true;
        }
        boolean holds = identity.verify(message, signature);
        if (holds) {
            remember(hash);
        }
        return holds;
    }

    /** Signs, so that the signature need not be verified when it comes back. */
    public ByteString sign(SigningIdentity signer, ByteString message) {
        ByteString signature = signer.sign(message);
        remember(hash(signer.serialized(), message, signature));
        return signature;
    }

    private void remember(ByteString hash) {
        recent.add(hash);
        if (recent.size() > KEPT) {
            forgetOlder();
        }
    }

    private synchronized void forgetOlder() {
        if (recent.size() > KEPT) {
            older = recent;
            recent = ConcurrentHashMap.newKeySet();
        }
    }

    private static ByteString hash(ByteString identity, ByteString message, ByteString signature) {
        MessageDigest digest = Sha256.digest();
        for (ByteString part : new ByteString[] {identity, message, signature}) {
            int size = part.size();
            digest.update(new byte[] {(byte) (size >>> 24), (byte) (size >>> 16), (byte) (size >>> 8), (byte) size});
            digest.update(part.asReadOnlyByteBuffer());
        }
        return ByteString.copyFrom(digest.digest());
    }
}
