package org.countyledger.embedded.endorsement;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.ledger.identity.Identity;

/**
 * Signatures of proposals found good a moment ago. All peers of this process see the same proposal, and each would verify
 * it twice; the bytes are compared, so nothing unverified passes.
 */
final class VerifiedSignatures {
    private static final int KEPT = 2_000;

    private final Map<ByteString, Verified> bySignature = new ConcurrentHashMap<>();

    private record Verified(ByteString identity, ByteString message) {}

    boolean holds(Identity identity, ByteString message, ByteString signature) {
        Verified known = bySignature.get(signature);
        Verified asked = new Verified(identity.serialized(), message);
        if (asked.equals(known)) {
            return true;
        }
        boolean holds = identity.verify(message, signature);
        if (holds) {
            if (bySignature.size() >= KEPT) {
                bySignature.clear();
            }
            bySignature.put(signature, asked);
        }
        return holds;
    }
}
